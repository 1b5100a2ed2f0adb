import { ResponseError } from '@backstage/errors';
import {
  arrangePostgresql,
  choosePostgresql,
  Disruption,
  estimateMonthlyCost,
  InputProblem,
  loadPriceBook,
  Objective,
  parseRetentionPolicy,
  postgresqlTiers,
  Preview,
  PreviewedDatabase,
  PreviewRequest,
  Provisioning,
  TierPreview,
  validatePostgresqlInputs,
} from '@holdfast/plugin-holdfast-common';

type Inputs = NonNullable<PreviewRequest['inputs']>;
type Tier = (typeof postgresqlTiers)[number];

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
/** With the list prices that Holdfast ships: of AWS those of us-east-1. */
const context = { book: loadPriceBook().book, now: '2026-11-29T12:00:00Z' };

const objectives: Record<Tier, [rpo: number, rto: number, retention: number]> =
  {
    gold: [5 * minute, hour, 30 * day],
    silver: [hour, 4 * hour, 14 * day],
    bronze: [day, day, 7 * day],
  };

/** A cluster on AWS whose volumes have prices, and one of its own whose have none; one with a long name and nothing in it. */
export function provisioningNow(): Provisioning {
  return {
    currency: 'USD',
    quota: { instances: 5, dataSize: '1Ti' },
    tiers: postgresqlTiers.map(name => ({
      name,
      rpoSeconds: objectives[name][0],
      rtoSeconds: objectives[name][1],
      retentionSeconds: objectives[name][2],
    })),
    clusters: [
      {
        name: 'us-east',
        provider: 'aws',
        region: 'us-east-1',
        namespaces: ['accounts', 'orders', 'payments'],
        storageClasses: [
          {
            name: 'gp3',
            isDefault: true,
            provisioner: 'ebs.csi.aws.com',
            reclaimPolicy: 'Retain',
            expandable: true,
            price: {
              amount: '0.08',
              unit: 'GiB-month',
              currency: 'USD',
              source: {
                row: 'aws/us-east-1/block/gp3/capacity',
                title: 'Amazon EBS pricing',
                asOf: '2026-09',
                verified: true,
                old: false,
              },
            },
          },
          {
            name: 'scratch',
            isDefault: false,
            reclaimPolicy: 'Delete',
            expandable: false,
            unpriced: 'It is not known what the provisioner bills.',
          },
        ],
      },
      {
        name: 'dev',
        provider: 'on-premises',
        namespaces: ['default'],
        storageClasses: [
          {
            name: 'local-path',
            isDefault: true,
            unpriced:
              'Storage class local-path of cluster dev has no price: set one under holdfast.prices.storageClasses.',
          },
        ],
      },
      {
        name: 'a-cluster-with-a-name-that-is-as-long-as-a-name-can-well-be',
        namespaces: [],
        storageClasses: [],
      },
    ],
  };
}

/** What the backend would answer. Validation and price are the real ones; the prediction is written down here, by tier. */
export async function previewOf(request: PreviewRequest): Promise<Preview> {
  const { inputs } = request;
  if (!inputs) throw new Error('only inputs are answered');
  const problems = validatePostgresqlInputs(inputs, {
    ...provisioningNow(),
    taken: request.nameMayBeTaken
      ? []
      : [{ name: 'taken', by: 'the entity resource:default/taken' }],
  });
  if (problems.length > 0) throw await refused(problems);
  const tier = postgresqlTiers.find(name => name === inputs.tier) ?? 'silver';
  return {
    errors: [],
    choices: choosePostgresql({ ...inputs, tier }),
    place: placeOf(inputs),
    cost: costOf(inputs, tier),
    databases: [
      {
        reference: {
          cluster: inputs.cluster ?? 'preview',
          namespace: inputs.namespace ?? inputs.name,
          kind: 'Cluster.postgresql.cnpg.io',
          name: inputs.name,
        },
        engine: 'postgresql',
        objective: objectiveOf(tier),
        predicted: predictedOf(tier),
        findings:
          predictedOf(tier).verdict === 'at-risk'
            ? [
                {
                  rule: 'rpo/objective-missed',
                  severity: 'warning',
                  ceiling: 'at-risk',
                  message:
                    'When the region is lost everything is, which the objective does not allow.',
                  remedy: 'Add a second region.',
                  evidence: [],
                },
              ]
            : [],
      },
    ],
    ...(request.compareTiers && {
      tiers: postgresqlTiers.map((name): TierPreview => {
        const { currency, total, complete } = costOf(inputs, name);
        return {
          tier: name,
          objective: objectiveOf(name),
          predicted: predictedOf(name),
          cost: { currency, total, complete },
        };
      }),
    }),
  };
}

function placeOf({ cluster }: Inputs): Preview['place'] {
  const { provider, region } =
    provisioningNow().clusters.find(({ name }) => name === cluster) ?? {};
  return { provider, region };
}

function costOf(inputs: Inputs, tier: Tier) {
  const choices = choosePostgresql({ ...inputs, tier });
  return estimateMonthlyCost(
    context,
    arrangePostgresql({
      choices,
      ...placeOf(inputs),
      storageClass:
        inputs.cluster === 'us-east'
          ? {
              storageClass: 'gp3',
              provisioner: 'ebs.csi.aws.com',
              parameters: { type: 'gp3' },
            }
          : {
              storageClass: 'local-path',
              provisioner: 'rancher.io/local-path',
            },
    }),
  );
}

function byDisruption<T>(
  valueOf: (disruption: Disruption) => T,
): Record<Disruption, T> {
  return {
    instance: valueOf('instance'),
    zone: valueOf('zone'),
    region: valueOf('region'),
    data: valueOf('data'),
  };
}

function objectiveOf(tier: Tier): Objective {
  const [rpo, rto, retention] = objectives[tier];
  const origin = {
    level: 'tier' as const,
    reference: tier,
    field: `holdfast.tiers.${tier}`,
  };
  return {
    tier: {
      value: tier,
      origin: { level: 'entity', field: 'metadata.annotations' },
    },
    rpoSeconds: byDisruption(() => ({ value: rpo, origin })),
    rtoSeconds: byDisruption(() => ({ value: rto, origin })),
    retentionSeconds: { value: retention, origin },
    drillIntervalSeconds: {
      value: parseRetentionPolicy('90d'),
      origin: { level: 'default', field: 'holdfast.drillInterval' },
    },
    problems: [],
  };
}

function predictedOf(tier: Tier): PreviewedDatabase['predicted'] {
  const nothing = { evidence: [], inputs: [] };
  const standby = tier !== 'bronze';
  const lost = tier === 'gold' ? 2 * minute : 5 * minute;
  return {
    verdict: tier === 'gold' ? 'at-risk' : 'protected',
    rpo: byDisruption(disruption => ({
      evidence: [],
      ...(disruption !== 'region' && {
        basis: 'bounded' as const,
        seconds:
          tier === 'gold' && ['instance', 'zone'].includes(disruption)
            ? 0
            : lost,
      }),
    })),
    rto: byDisruption(disruption => ({
      ...nothing,
      ...(disruption !== 'region' && {
        basis: 'estimated' as const,
        seconds: standby && disruption !== 'data' ? 30 : 25 * minute,
      }),
    })),
  };
}

async function refused(problems: InputProblem[]): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: {
          name: 'InputError',
          message: problems
            .map(({ field, message }) => `${field}: ${message}`)
            .join('; '),
          problems,
        },
        response: { statusCode: 400 },
      }),
      { status: 400, headers: { 'content-type': 'application/json' } },
    ),
  );
}
