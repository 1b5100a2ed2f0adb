import { createApp } from '@backstage/frontend-defaults';
import { navigationModule } from './navigation';

// Every plugin in package.json is found by itself (`app.packages: all`); only what is the portal's own is named here.
export default createApp({ features: [navigationModule] });
