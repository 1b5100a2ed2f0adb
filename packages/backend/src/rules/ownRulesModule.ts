import { createBackendModule } from '@backstage/backend-plugin-api';
import { holdfastExtensionPoint } from '@holdfast/plugin-holdfast-node';
import { secondBackupRegion } from './secondBackupRegion';

/** Adds the rules of an organisation to those of Holdfast. It is not part of this portal; see docs/own-rules.md. */
export default createBackendModule({
  pluginId: 'holdfast',
  moduleId: 'own-rules',
  register(env) {
    env.registerInit({
      deps: { holdfast: holdfastExtensionPoint },
      async init({ holdfast }) {
        holdfast.addRule(secondBackupRegion);
      },
    });
  },
});
