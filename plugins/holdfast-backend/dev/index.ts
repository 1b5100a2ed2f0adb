import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

// `yarn start` serves the API alone on port 7007, without sign-in or permissions and with an empty catalog. Which clusters it follows is a matter of
// app-config, as with `yarn start --config ../../app-config.yaml --config ../../app-config.demo.yaml` beside a running demo fleet.
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.permissions.factory());
backend.add(catalogServiceMock.factory({ entities: [] }));
backend.add(import('../src'));

backend.start();
