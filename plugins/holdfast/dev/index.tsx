import { createDevApp } from '@backstage/frontend-dev-utils';
import plugin from '../src';
import { fleetModule } from './fleetModule';
import { statesPlugin } from './statesPlugin';

createDevApp({ features: [plugin, fleetModule, statesPlugin] });
