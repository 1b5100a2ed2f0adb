import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { holdfastApiRef } from '../src/api';
import { states, variants } from './states';

/** Puts a fleet in memory in the place of the backend; `?state=` in the address chooses another answer. */
export const fleetModule = createFrontendModule({
  pluginId: 'holdfast',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: holdfastApiRef,
          deps: {},
          factory: () => {
            const chosen = new URLSearchParams(window.location.search).get(
              'state',
            );
            const answers = { ...states, ...variants };
            return (answers[chosen ?? ''] ?? answers.usual)();
          },
        }),
    }),
  ],
});
