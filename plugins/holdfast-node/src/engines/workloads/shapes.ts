import { entriesOf, fields, listOf, scalar } from '../../engine';
import { ownMetadata } from '../servers/ownMetadata';

const present = fields({});

/** StatefulSets and Deployments alike. Of what their containers are told nothing is kept as it is: any of it may be a secret. */
export const workloadShape = fields({
  metadata: ownMetadata,
  spec: fields({
    replicas: scalar,
    serviceName: scalar,
    ordinals: fields({ start: scalar }),
    selector: fields({ matchLabels: entriesOf(scalar) }),
    strategy: fields({
      type: scalar,
      rollingUpdate: fields({ maxSurge: scalar }),
    }),
    template: fields({ metadata: fields({ labels: entriesOf(scalar) }) }),
    volumeClaimTemplates: listOf(
      fields({
        metadata: fields({ name: scalar }),
        spec: fields({
          resources: fields({ requests: fields({ storage: scalar }) }),
        }),
      }),
    ),
  }),
  status: fields({
    replicas: scalar,
    readyReplicas: scalar,
    updatedReplicas: scalar,
  }),
});

export const serviceShape = fields({
  spec: fields({ selector: entriesOf(scalar) }),
});

export const cronJobShape = fields({
  spec: fields({
    schedule: scalar,
    timeZone: scalar,
    suspend: scalar,
    concurrencyPolicy: scalar,
    successfulJobsHistoryLimit: scalar,
    jobTemplate: fields({ spec: fields({ ttlSecondsAfterFinished: scalar }) }),
  }),
  status: fields({
    lastScheduleTime: scalar,
    lastSuccessfulTime: scalar,
    active: listOf(present),
  }),
});

export const jobShape = fields({
  spec: fields({ suspend: scalar }),
  status: fields({
    startTime: scalar,
    completionTime: scalar,
    active: scalar,
    conditions: listOf(
      fields({
        type: scalar,
        status: scalar,
        reason: scalar,
        message: scalar,
        lastTransitionTime: scalar,
      }),
    ),
  }),
});
