import { JsonObject } from '@backstage/types';
import { LABEL_PURPOSE, LABEL_REPORT } from '@holdfast/plugin-holdfast-common';
import {
  Claim,
  FactKey,
  fields,
  isJsonObject,
  KubernetesObject,
  listAt,
  listOf,
  qualifiedKind,
  scalar,
  stringAt,
  WatchedResource,
} from '../../engine';
import { pods } from '../volumes/resources';
import { factDataOf, FoundReport, readFound } from './readFound';
import { namedDatabase, proofKeyOf, reportContextOf } from './subjectOf';

/** What a CronJob says of a drill, laid out as in the object. */
const cronJobShape = fields({
  spec: fields({ schedule: scalar, timeZone: scalar, suspend: scalar }),
  status: fields({ lastScheduleTime: scalar, lastSuccessfulTime: scalar }),
});

const jobShape = fields({
  metadata: fields({
    ownerReferences: listOf(fields({ kind: scalar, name: scalar })),
  }),
  status: fields({
    completionTime: scalar,
    conditions: listOf(fields({ type: scalar, status: scalar })),
  }),
});

/**
 * Claims pods whose termination message is a report, and the CronJobs and Jobs that are a drill of a database of their namespace.
 */
export function claim(
  resource: WatchedResource,
  object: KubernetesObject,
): Claim | undefined {
  const labels: unknown = object.metadata.labels;
  if (!isJsonObject(labels)) return undefined;
  switch (qualifiedKind(resource)) {
    case qualifiedKind(pods):
      return LABEL_REPORT in labels ? claimPod(object) : undefined;
    case 'CronJob.batch':
      return stringAt(labels, LABEL_PURPOSE) === 'drill'
        ? claimDrill(object, cronJobShape(object))
        : undefined;
    case 'Job.batch':
      return stringAt(labels, LABEL_PURPOSE) === 'drill'
        ? claimDrill(object, jobShape(object))
        : undefined;
    default:
      return undefined;
  }
}

function claimDrill(
  object: KubernetesObject,
  data: JsonObject | undefined,
): Claim | undefined {
  const database = namedDatabase(object);
  return database && { subjects: [proofKeyOf(database)], data };
}

/** What the containers said last. Kubernetes keeps 4 KiB of it, and none once the pod is gone. */
function claimPod(object: KubernetesObject): Claim | undefined {
  const { namespace } = object.metadata;
  if (namespace === undefined) return undefined;
  const context = reportContextOf(object);
  const named = namedDatabase(object);
  const subjects = new Set<FactKey>(named ? [proofKeyOf(named)] : []);
  const reports: FoundReport[] = [];
  listAt(object.status, 'containerStatuses').forEach((container, index) => {
    const text = stringAt(container, 'state', 'terminated', 'message');
    if (text === undefined) return;
    const finishedAt = Date.parse(
      stringAt(container, 'state', 'terminated', 'finishedAt') ?? '',
    );
    const { found, about } = readFound({
      text,
      field: `.status.containerStatuses[${index}].state.terminated.message`,
      namespace,
      context: {
        ...context,
        ...(!Number.isNaN(finishedAt) && { writtenAt: new Date(finishedAt) }),
      },
    });
    reports.push(found);
    if (about) subjects.add(proofKeyOf(about));
  });
  return reports.length > 0 && subjects.size > 0
    ? { subjects: [...subjects], data: factDataOf(reports) }
    : undefined;
}
