/**
 * The command `holdfast`.
 *
 * @packageDocumentation
 */
import { run } from './run';

// Whoever stops reading early (`| head`) has seen enough.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(process.exitCode);
  throw error;
});

run(process.argv.slice(2), process).then(code => {
  process.exitCode = code;
});
