import { Engine } from '../engine';
import { cloudNativePgEngine } from './cloudnative-pg';
import { drillReportsEngine } from './drill-reports';
import { gitOpsEngine } from './gitops';
import { mariadbOperatorEngine } from './mariadb-operator';
import { perconaServerMysqlEngine } from './percona-server-mysql';
import { perconaXtradbEngine } from './percona-xtradb';
import { redisEngine } from './redis';
import { redisFailoverEngine } from './redis-failover';
import { redisOperatorEngine } from './redis-operator';
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
  perconaServerMysqlEngine,
  perconaXtradbEngine,
  redisEngine,
  redisFailoverEngine,
  redisOperatorEngine,
  veleroEngine,
  volumesEngine,
  workloadsEngine,
];
