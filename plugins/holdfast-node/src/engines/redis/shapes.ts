import { entriesOf, fields, listOf, scalar } from '../../engine';

const labelSelector = fields({
  matchLabels: entriesOf(scalar),
  matchExpressions: listOf(
    fields({ key: scalar, operator: scalar, values: listOf(scalar) }),
  ),
});
const term = fields({ topologyKey: scalar, labelSelector });

/** What of an affinity keeps pods apart. */
export const affinityShape = fields({
  podAntiAffinity: fields({
    requiredDuringSchedulingIgnoredDuringExecution: listOf(term),
    preferredDuringSchedulingIgnoredDuringExecution: listOf(
      fields({ podAffinityTerm: term }),
    ),
  }),
});

export const constraintsShape = listOf(
  fields({ topologyKey: scalar, whenUnsatisfiable: scalar, labelSelector }),
);
