import {
  arrangePostgresql,
  choosePostgresql,
  estimateMonthlyCost,
  CostEstimate,
  isPostgresqlTier,
  Objective,
  ObjectiveConfig,
  ObjectiveSource,
  parseRetentionPolicy,
  PostgresqlChoices,
  PostgresqlInputs,
  PriceBook,
  ProvisioningContext,
  resolveObjective,
  Rule,
  toIsoDuration,
  validatePostgresqlInputs,
} from '@holdfast/plugin-holdfast-common';
import {
  declareDatabase,
  Engines,
  judgeDeclared,
  JudgedDeclaration,
} from '@holdfast/plugin-holdfast-node';
import { ClusterOffer } from './ClusterOffers';
import { InvalidInputsError } from './InvalidInputsError';
import { volumeClassOf } from './storageClassChoice';

/**
 * What inputs are judged and priced with.
 */
export interface PreviewContext {
  engines: Engines;
  rules: readonly Rule[];
  objectives: ObjectiveConfig;
  prices: PriceBook;
  clusters: readonly ClusterOffer[];
  /** Where prices are those of, in place of what the cluster tells. */
  place?: { provider?: string; region?: string };
  /** What has to be attained, in place of what the inputs say. */
  overrides?: ObjectiveSource;
  now: Date;
}

/**
 * What a database would be, attain and cost.
 */
export interface PreviewedInputs {
  choices: PostgresqlChoices;
  judged: JudgedDeclaration;
  place: { provider?: string; region?: string };
  cost: CostEstimate;
}

/** What a database is called that is not said to be anywhere. */
const nowhere = 'preview';

/**
 * Judges and prices the database that the template `postgresql` would make of some inputs.
 *
 * @throws InvalidInputsError with what is wrong with them
 */
export function previewPostgresql(
  inputs: PostgresqlInputs,
  context: PreviewContext,
  held: ProvisioningContext,
): PreviewedInputs {
  const { engines, rules, clusters, now, prices } = context;
  const problems = validatePostgresqlInputs(inputs, held);
  const { tier } = inputs;
  if (problems.length > 0 || !isPostgresqlTier(tier)) {
    throw new InvalidInputsError(problems);
  }
  const choices = choosePostgresql({ ...inputs, tier });
  const objective = objectiveOfInputs(inputs, context);
  const [judged] = judgeDeclared({
    engines,
    rules,
    cluster: choices.cluster || nowhere,
    objects: declareDatabase(choices),
    objectiveOf: () => objective,
    now,
  });
  const cluster = clusters.find(({ name }) => name === choices.cluster);
  const second = clusters.find(({ name }) => name === choices.secondCluster);
  const place = {
    ...(cluster?.provider && { provider: cluster.provider }),
    ...(cluster?.region && { region: cluster.region }),
    ...context.place,
  };
  const cost = estimateMonthlyCost(
    { book: prices, now: now.toISOString() },
    arrangePostgresql({
      choices,
      ...place,
      storageClass: classIn(cluster, choices),
      ...(second && { secondStorageClass: classIn(second, choices) }),
    }),
  );
  return { choices, judged, place, cost };
}

/** As the catalog entity that the template writes states it. */
function objectiveOfInputs(
  { name, tier, rpo, rto, retention }: PostgresqlInputs,
  { objectives, overrides }: PreviewContext,
): Objective {
  return resolveObjective({
    entity: [
      overrides ?? {
        reference: `resource:default/${name}`,
        annotations: {
          tier,
          ...(rpo && { rpo }),
          ...(rto && { rto }),
          // Months in a retention policy are minutes in an annotation.
          ...(retention && {
            retention: toIsoDuration(parseRetentionPolicy(retention)),
          }),
        },
      },
    ],
    config: objectives,
  });
}

function classIn(
  cluster: ClusterOffer | undefined,
  { storageClass, cluster: named }: PostgresqlChoices,
) {
  const classes = cluster?.storageClasses ?? [];
  const found = storageClass
    ? classes.find(({ name }) => name === storageClass)
    : classes.find(({ isDefault }) => isDefault);
  return cluster && found
    ? volumeClassOf(found, cluster)
    : { storageClass: storageClass || undefined, cluster: named };
}
