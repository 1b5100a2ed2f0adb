import { JsonValue } from '@backstage/types';
import { Database } from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  Fact,
  FactKey,
  FactReader,
  isJsonObject,
  objectAt,
  qualifiedKind,
} from '../../../engine';
import { familyOf, hostKey } from '../keys';
import {
  cronJobs,
  deployments,
  jobs,
  services,
  statefulSets,
} from '../resources';
import { Dump } from './readDump';
import { hostsOfOperator } from './operatorHosts';

/** A CronJob, or a Job of nobody's, that dumps a database or may do so. */
export interface DumpJob {
  fact: Fact;
  reader: FactReader;
  dump: Dump;
  isScheduled: boolean;
  /** The jobs of a CronJob; a Job itself. */
  runs: Fact[];
  /** Why it cannot be told that it dumps this database. */
  uncertain?: string;
}

/**
 * The jobs that dump a database, by the host names that lead to it.
 */
export function dumpJobsOf(
  input: AssemblyInput,
  database: Database,
): DumpJob[] {
  const { cluster, root, related } = input;
  const hosts = hostsOf(input);
  const family = familyOf(database.engine);
  const allJobs = related.get(qualifiedKind(jobs)) ?? [];
  return [cronJobs, jobs].flatMap(resource =>
    (related.get(qualifiedKind(resource)) ?? [])
      .filter(({ namespace, subjects }) =>
        // Those of a CronJob are told of with it.
        resource === cronJobs
          ? true
          : !subjects.some(key =>
              key.startsWith(`${qualifiedKind(cronJobs)}/${namespace ?? ''}/`),
            ),
      )
      .flatMap((fact): DumpJob[] => {
        const dump = dumpOf(fact);
        if (!dump || dump.family !== family) return [];
        const uncertain = doubtOf({ dump, fact, hosts, root, input });
        if (uncertain === false) return [];
        const isScheduled = resource === cronJobs;
        return [
          {
            fact,
            reader: new FactReader(cluster, fact),
            dump,
            isScheduled,
            runs: isScheduled
              ? allJobs.filter(({ subjects }) => subjects.includes(fact.key))
              : [fact],
            ...(uncertain !== undefined && { uncertain }),
          },
        ];
      }),
  );
}

/** The dump of a job's fact, as {@link readDump} left it there. */
export function dumpOf({ data }: Pick<Fact, 'data'>): Dump | undefined {
  const { dump } = data;
  return isDump(dump) ? dump : undefined;
}

function isDump(value: JsonValue | undefined): value is Dump {
  return (
    isJsonObject(value) &&
    typeof value.tool === 'string' &&
    Array.isArray(value.hosts) &&
    Array.isArray(value.about) &&
    Array.isArray(value.path) &&
    isJsonObject(value.destination)
  );
}

/** Undefined: it is this database; `false`: it is another one. */
function doubtOf(options: {
  dump: Dump;
  fact: Fact;
  hosts: ReadonlyMap<FactKey, 'known' | 'likely'>;
  root: Fact;
  input: AssemblyInput;
}): string | undefined | false {
  const { dump, hosts, root } = options;
  if (dump.hosts.length > 0) {
    const found = dump.hosts.map(key => hosts.get(key)).filter(Boolean);
    if (found.length === 0) return false;
    return found.includes('known')
      ? undefined
      : 'no Service of the host name that it connects to was read';
  }
  const mounts = dump.claims.some(key => root.needs.includes(key));
  if (mounts && !dump.isHidden) return undefined;
  if (options.fact.namespace !== root.namespace) return false;
  return dump.isHidden
    ? `its manifest does not show what ${dump.tool} dumps`
    : `its manifest does not show which server ${dump.tool} connects to`;
}

/** The host names of a database: for a workload, of the Services that select its pods, and of the one that gives its pods their names. */
function hostsOf({
  root,
  related,
}: AssemblyInput): Map<FactKey, 'known' | 'likely'> {
  const hosts = new Map<FactKey, 'known' | 'likely'>();
  const isWorkload = [statefulSets, deployments].some(
    resource => qualifiedKind(resource) === root.kind,
  );
  if (!isWorkload) {
    for (const key of hostsOfOperator(root)) hosts.set(key, 'known');
    return hosts;
  }
  const { namespace } = root;
  const known = related.get(qualifiedKind(services)) ?? [];
  if (known.length === 0) hosts.set(hostKey(namespace, root.name), 'likely');
  const { serviceName } = objectAt(root.data, 'spec');
  if (typeof serviceName === 'string') {
    hosts.set(hostKey(namespace, serviceName), 'known');
  }
  const labels = objectAt(root.data, 'spec', 'template', 'metadata', 'labels');
  for (const service of known) {
    const selector = objectAt(service.data, 'spec', 'selector');
    const isOne =
      service.namespace === namespace &&
      Object.entries(selector).every(([name, value]) => labels[name] === value);
    if (isOne) hosts.set(hostKey(namespace, service.name), 'known');
  }
  return hosts;
}
