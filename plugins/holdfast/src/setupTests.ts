import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first test of a file loads what the page loads lazily, which takes seconds on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
