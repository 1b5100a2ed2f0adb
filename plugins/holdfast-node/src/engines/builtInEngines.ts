import { Engine } from '../engine';
import { cloudNativePgEngine } from './cloudnative-pg';
import { drillReportsEngine } from './drill-reports';
import { gitOpsEngine } from './gitops';
import { mariadbOperatorEngine } from './mariadb-operator';
import { veleroEngine } from './velero';
import { volumesEngine } from './volumes';
import { workloadsEngine } from './workloads';

/**
 * Everything that Holdfast reads without modules.
 *
 * @public
 */
export const builtInEngines: readonly Engine[] = [
  cloudNativePgEngine,
  drillReportsEngine,
  gitOpsEngine,
  mariadbOperatorEngine,
  veleroEngine,
  volumesEngine,
  workloadsEngine,
];
