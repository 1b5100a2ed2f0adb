import { JsonValue } from '@backstage/types';
import { InstanceSpread, Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath, listAt, objectAt, stringAt } from '../../engine';

const topologies: Readonly<Record<string, InstanceSpread['over']>> = {
  'kubernetes.io/hostname': 'node',
  'topology.kubernetes.io/zone': 'zone',
};

/**
 * What keeps the pods of one StatefulSet apart, the strictest first: zones before nodes where they are required, else what is preferred.
 * `labels`: those of the pods; a selector counts that selects all of them by no other.
 */
export function describeSpread(
  redis: FactReader,
  options: {
    affinity: JsonPath;
    constraints: JsonPath;
    labels: Readonly<Record<string, string>>;
  },
): Observed<InstanceSpread> | undefined {
  const { affinity, constraints, labels } = options;
  const found: Observed<InstanceSpread>[] = [];
  const add = (
    term: JsonValue | undefined,
    required: boolean,
    path: JsonPath,
  ) => {
    const key = stringAt(term, 'topologyKey');
    const over = topologies[key ?? ''];
    if (over && selectsAll(term, labels)) {
      found.push(
        redis.derive({ over, required }, [...path, 'topologyKey'], key),
      );
    }
  };

  const anti = [...affinity, 'podAntiAffinity'];
  const hard = [...anti, 'requiredDuringSchedulingIgnoredDuringExecution'];
  const soft = [...anti, 'preferredDuringSchedulingIgnoredDuringExecution'];
  redis
    .list(...hard)
    .forEach((term, index) => add(term, true, [...hard, index]));
  redis
    .list(...soft)
    .forEach((term, index) =>
      add(objectAt(term, 'podAffinityTerm'), false, [
        ...soft,
        index,
        'podAffinityTerm',
      ]),
    );
  redis
    .list(...constraints)
    .forEach((term, index) =>
      add(term, stringAt(term, 'whenUnsatisfiable') === 'DoNotSchedule', [
        ...constraints,
        index,
      ]),
    );
  const strict = found.filter(({ value }) => value.required);
  return (
    strict.find(({ value }) => value.over === 'zone') ?? strict[0] ?? found[0]
  );
}

function selectsAll(
  term: JsonValue | undefined,
  labels: Readonly<Record<string, string>>,
): boolean {
  const selector = objectAt(term, 'labelSelector');
  const wanted = Object.entries(objectAt(selector, 'matchLabels'));
  const expressions = listAt(selector, 'matchExpressions');
  return (
    wanted.length + expressions.length > 0 &&
    wanted.every(([name, value]) => labels[name] === value) &&
    expressions.every(
      expression =>
        stringAt(expression, 'operator') === 'In' &&
        listAt(expression, 'values').includes(
          labels[stringAt(expression, 'key') ?? ''] ?? '',
        ),
    )
  );
}
