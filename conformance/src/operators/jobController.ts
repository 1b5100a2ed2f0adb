import { KubernetesObject } from '@holdfast/plugin-holdfast-node';

/**
 * What the job controller of Kubernetes 1.36 writes to a Job that ended: the API server takes no `Complete` without `SuccessCriteriaMet`, and no
 * `Failed` without `FailureTarget` (`validateJobStatus` in `pkg/apis/batch/validation`).
 */
export function endedJob(
  end: 'complete' | 'failed',
  times: { startedAt: Date; endedAt: Date },
): object {
  const startTime = toSeconds(times.startedAt);
  const endTime = toSeconds(times.endedAt);
  const condition = (type: string, details: object = {}) => ({
    type,
    status: 'True',
    lastProbeTime: endTime,
    lastTransitionTime: endTime,
    ...details,
  });
  return end === 'complete'
    ? {
        startTime,
        completionTime: endTime,
        succeeded: 1,
        conditions: [condition('SuccessCriteriaMet'), condition('Complete')],
      }
    : {
        startTime,
        failed: 1,
        conditions: ['FailureTarget', 'Failed'].map(type =>
          condition(type, {
            reason: 'BackoffLimitExceeded',
            message: 'Job has reached the specified backoff limit',
          }),
        ),
      };
}

/** The Job that the CronJob controller makes of its template (`getJobFromTemplate2` in `pkg/controller/cronjob/utils.go`). */
export function jobOfCronJob(
  cronJob: KubernetesObject,
  scheduledAt: Date,
): KubernetesObject {
  const { name, namespace, uid = '' } = cronJob.metadata;
  const template = cronJob.spec?.jobTemplate;
  const { metadata, ...rest } = Object(template);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    ...rest,
    metadata: {
      labels: metadata?.labels,
      name: `${name}-${Math.floor(scheduledAt.getTime() / 60_000)}`,
      namespace,
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'CronJob',
          name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
  };
}

/** A time as Kubernetes writes it, in whole seconds. */
export function toSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
