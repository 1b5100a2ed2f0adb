import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { HoldfastClient } from '@holdfast/plugin-holdfast-common';
import { createCheckAction } from './actions/createCheckAction';
import { createClaimRepositoryAction } from './actions/createClaimRepositoryAction';
import { createDecommissionPlanAction } from './actions/createDecommissionPlanAction';
import { createGiteaPullRequestAction } from './actions/createGiteaPullRequestAction';
import { createPreviewAction } from './actions/createPreviewAction';
import { createWaitUntilJudgedAction } from './actions/createWaitUntilJudgedAction';

/**
 * Holdfast's actions for templates.
 *
 * @public
 */
export const scaffolderModuleHoldfast = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'holdfast',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        reader: coreServices.urlReader,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, config, discovery, reader, scaffolder }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const client = new HoldfastClient({ discoveryApi: discovery });
        scaffolder.addActions(
          createPreviewAction({ auth, client }),
          createCheckAction({
            auth,
            client,
            kustomize: config.getOptionalString('holdfast.kustomize'),
          }),
          createClaimRepositoryAction({ config, integrations }),
          createDecommissionPlanAction({
            auth,
            client,
            config,
            integrations,
            reader,
          }),
          createGiteaPullRequestAction({ config, integrations }),
          createWaitUntilJudgedAction({ auth, client }),
        );
      },
    });
  },
});
