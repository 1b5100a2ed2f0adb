import { LABEL_REPORT } from '@holdfast/plugin-holdfast-common';
import { WatchedResource } from '../../engine';

/** Only those that say that they hold a report: what else is in ConfigMaps is nobody's business here. */
export const configMaps: WatchedResource = {
  group: '',
  version: 'v1',
  plural: 'configmaps',
  kind: 'ConfigMap',
  namespaced: true,
  labelSelector: LABEL_REPORT,
};
