import { WatchedResource } from '../../engine';

export const statefulSets: WatchedResource = {
  group: 'apps',
  version: 'v1',
  plural: 'statefulsets',
  kind: 'StatefulSet',
  namespaced: true,
};

export const deployments: WatchedResource = {
  group: 'apps',
  version: 'v1',
  plural: 'deployments',
  kind: 'Deployment',
  namespaced: true,
};

/** Read for those that dump databases, and for operators that have CronJobs run their backups. */
export const cronJobs: WatchedResource = {
  group: 'batch',
  version: 'v1',
  plural: 'cronjobs',
  kind: 'CronJob',
  namespaced: true,
  claimedOnly: true,
};

/** Only a job tells which of its kind succeeded. */
export const jobs: WatchedResource = {
  group: 'batch',
  version: 'v1',
  plural: 'jobs',
  kind: 'Job',
  namespaced: true,
  claimedOnly: true,
};

/** Tells by which host names a workload is reached. */
export const services: WatchedResource = {
  group: '',
  version: 'v1',
  plural: 'services',
  kind: 'Service',
  namespaced: true,
};
