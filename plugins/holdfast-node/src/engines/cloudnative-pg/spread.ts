import { InstanceSpread, Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath, objectAt, stringAt } from '../../engine';
import { clusterLabel } from './names';

const topologies: Readonly<Record<string, InstanceSpread['over']>> = {
  'kubernetes.io/hostname': 'node',
  'topology.kubernetes.io/zone': 'zone',
};

/**
 * What the instances are kept apart by, the strictest first: zones before nodes where they are required, else whatever is preferred.
 *
 * @remarks
 * The operator prefers different hosts unless `enablePodAntiAffinity` is false (`CreateAffinitySection` in `pkg/specs/pods.go`). A constraint
 * with `DoNotSchedule` keeps pods apart that its selector matches; that the cluster has more than one zone is taken for granted.
 */
export function describeSpread(
  cluster: FactReader,
): Observed<InstanceSpread> | undefined {
  const found = [...antiAffinity(cluster), ...constraints(cluster)];
  const strict = found.filter(({ value }) => value.required);
  return (
    strict.find(({ value }) => value.over === 'zone') ?? strict[0] ?? found[0]
  );
}

function antiAffinity(cluster: FactReader): Observed<InstanceSpread>[] {
  const path = ['spec', 'affinity'];
  if (cluster.boolean(...path, 'enablePodAntiAffinity')?.value === false) {
    return [];
  }
  const key = cluster.string(...path, 'topologyKey');
  const over = topologies[key?.value ?? 'kubernetes.io/hostname'];
  const type = cluster.string(...path, 'podAntiAffinityType');
  return over
    ? [
        cite(
          cluster,
          { over, required: type?.value === 'required' },
          [...path, 'podAntiAffinityType'],
          type?.value,
        ),
      ]
    : [];
}

function constraints(cluster: FactReader): Observed<InstanceSpread>[] {
  const list = ['spec', 'topologySpreadConstraints'];
  return cluster.list(...list).flatMap((constraint, index) => {
    const over = topologies[stringAt(constraint, 'topologyKey') ?? ''];
    const when = stringAt(constraint, 'whenUnsatisfiable');
    return over && selectsInstances(cluster, constraint)
      ? [
          cite(
            cluster,
            { over, required: when === 'DoNotSchedule' },
            [...list, index, 'whenUnsatisfiable'],
            when,
          ),
        ]
      : [];
  });
}

/** A selector that asks for more than the cluster's own label may match fewer pods than all; one that asks for nothing matches none. */
function selectsInstances(
  cluster: FactReader,
  constraint: ReturnType<FactReader['list']>[number],
): boolean {
  const selector = objectAt(constraint, 'labelSelector');
  const labels = Object.entries(objectAt(selector, 'matchLabels'));
  return (
    selector.matchExpressions === undefined &&
    labels.length > 0 &&
    labels.every(
      ([label, value]) =>
        (label === clusterLabel && value === cluster.reference.name) ||
        (label === 'cnpg.io/podRole' && value === 'instance'),
    )
  );
}

function cite(
  cluster: FactReader,
  value: InstanceSpread,
  path: JsonPath,
  text: string | undefined,
): Observed<InstanceSpread> {
  return { value, evidence: cluster.evidence(path, text) };
}
