import {
  Assessment,
  DatabaseDetail,
  DatabaseProtection,
  DatabaseSummary,
} from '@holdfast/plugin-holdfast-common';
import { databaseNamed, Fleet, fleetAt, MoreKnown } from './fleet';
import { restoreAt } from './restoreAt';
import { copyChecksOf, scoreOf } from './scoreOf';
import { volumeOf } from './volumeOf';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

type Coverage = DatabaseProtection['volumes'][number]['coverage'][number];

/** How else a database may stand. Each is told of `orders-db`, whatever it is then. */
interface Variant {
  summary?: Partial<DatabaseSummary>;
  assessment?: Partial<Assessment>;
  more?: MoreKnown;
}

function variantsAt(now: number, orders: DatabaseDetail) {
  const ago = (seconds: number) =>
    new Date(now - seconds * 1_000).toISOString();
  const { reference } = orders.summary;
  const { assessment } = orders;
  const proven = databaseNamed(fleetAt(now), 'ledger').assessment;
  const [failing, full] = assessment.findings;
  const byVelero = (rest: Partial<Coverage>): Coverage => ({
    method: 'velero-data-mover',
    state: 'held',
    holding: 'moved',
    backup: {
      ...reference,
      kind: 'Backup.velero.io',
      name: 'nightly-20261119',
    },
    at: ago(10 * hour),
    evidence: [],
    ...rest,
  });
  const redis = {
    engine: 'redis',
    version: '7.4',
    operator: 'redis-operator',
  } as const;

  return {
    'redis with a log': {
      summary: redis,
      more: {
        protection: {
          persistence: {
            storage: 'claim',
            log: { enabled: true, flush: 'everysec', succeeded: true },
            snapshots: { lastSavedAt: ago(3 * minute), changesSince: 412 },
            evicts: false,
            evidence: [],
          },
          volumes: [
            volumeOf(reference, 'data-cart-0', { coverage: [byVelero({})] }),
          ],
          drills: [],
        },
      },
    },
    'redis, ephemeral': {
      summary: { ...redis, engine: 'valkey' },
      more: {
        protection: {
          persistence: {
            storage: 'ephemeral',
            log: { enabled: false },
            snapshots: { longestIntervalSeconds: 15 * minute },
            evicts: true,
            evidence: [],
          },
          unclaimed: 'pod',
          volumes: [],
          drills: [],
        },
      },
    },
    'mariadb with binary logs': {
      summary: {
        engine: 'mariadb',
        version: '11.4',
        operator: 'mariadb-operator',
      },
      assessment: { ...proven, score: scoreOf() },
      more: {
        restores: [
          restoreAt(now - 2 * day * 1_000, {
            tool: 'mariadb-operator',
            checks: [],
          }),
        ],
      },
    },
    'velero skipped a volume': {
      more: {
        protection: {
          volumes: [
            volumeOf(reference, 'orders-db-1', {
              coverage: [
                byVelero({
                  state: 'skipped',
                  holding: undefined,
                  reason: 'no DataUpload of it',
                }),
                byVelero({ at: ago(34 * hour) }),
              ],
            }),
            volumeOf(reference, 'orders-db-1-wal', {
              role: 'wal',
              coverage: [
                byVelero({
                  method: 'velero-file-system',
                  holding: 'uploaded',
                  consistency: 'torn',
                }),
              ],
            }),
            volumeOf(reference, 'orders-db-2', {
              coverage: [byVelero({ holding: 'intended', at: undefined })],
              troubles: [
                {
                  kind: 'expansion',
                  cause: 'infeasible',
                  since: ago(2 * hour),
                  message: 'the size exceeds the limit of the class',
                  evidence: [],
                },
              ],
            }),
          ],
          drills: [],
        },
      },
    },
    'proven by a report': {
      summary: { verdict: 'proven' },
      assessment: {
        ...proven,
        score: scoreOf(),
        copyChecks: copyChecksOf(reference),
        rto: {
          ...proven.rto,
          data: {
            seconds: 4 * minute,
            basis: 'measured',
            measuredBy: 'restore',
            measuredAt: ago(6 * day),
            inputs: [],
            evidence: [],
          },
        },
      },
      more: {
        restores: [
          restoreAt(now - 6 * day * 1_000, { backup: 'orders-20261114020000' }),
          restoreAt(now - 36 * day * 1_000, { seconds: 12 * minute }),
          restoreAt(now - 66 * day * 1_000, {
            outcome: 'failed',
            failure: 'no space left on device',
            checks: [],
            seconds: undefined,
          }),
        ],
        protection: {
          volumes: [],
          drills: [
            {
              name: 'orders-drill',
              expression: '0 3 * * 0',
              suspended: true,
              lastSucceededAt: ago(6 * day),
              evidence: [],
            },
          ],
        },
      },
    },
    'a check failed': {
      more: {
        restores: [
          restoreAt(now - day * 1_000, {
            outcome: 'failed',
            by: 'user:default/jane.doe',
            checks: [
              { name: 'starts', passed: true },
              { name: 'newest order', passed: false, detail: '9 d old' },
            ],
          }),
          restoreAt(now - 31 * day * 1_000),
        ],
      },
    },
    'a finding is waived': {
      summary: { verdict: 'protected', waivedFindings: 2 },
      assessment: {
        ...proven,
        verdict: 'protected',
        score: scoreOf(),
        findings: [
          {
            ...failing,
            waived: {
              reason: 'the store moves to another region on Friday',
              until: new Date(now + 3 * day * 1_000).toISOString(),
              by: 'user:default/jane.doe',
              origin: { level: 'portal', reference: orders.summary.id },
            },
          },
          {
            ...full,
            waived: {
              reason: 'emptied on Friday',
              until: new Date(now + 70 * day * 1_000).toISOString(),
              origin: {
                level: 'entity',
                reference: 'resource:default/orders-db',
                field: 'holdfast.io/waive',
              },
            },
          },
        ],
      },
    },
    'the copy in the other region lags': {
      assessment: {
        score: scoreOf(),
        rpo: {
          ...assessment.rpo,
          region: { seconds: 25 * minute, basis: 'measured', evidence: [] },
        },
        rto: {
          ...assessment.rto,
          region: {
            seconds: 5 * minute,
            basis: 'measured',
            measuredBy: 'failover',
            measuredAt: ago(50 * day),
            inputs: [],
            evidence: [],
          },
          zone: { inputs: [], evidence: [] },
        },
      },
    },
  } satisfies Record<string, Variant>;
}

/** The names of {@link fleetWith}. */
export type VariantName = keyof ReturnType<typeof variantsAt>;

export const variantNames = Object.keys(
  variantsAt(0, databaseNamed(fleetAt(0), 'orders-db')),
) as VariantName[];

/** The fleet with `orders-db` standing otherwise. */
export function fleetWith(name: VariantName, now: number): Fleet {
  const fleet = fleetAt(now);
  const orders = databaseNamed(fleet, 'orders-db');
  const variant: Variant = variantsAt(now, orders)[name];
  const { id } = orders.summary;
  const changed: DatabaseDetail = {
    ...orders,
    summary: { ...orders.summary, ...variant.summary },
    assessment: { ...orders.assessment, ...variant.assessment },
  };
  changed.summary.verdict = changed.assessment.verdict;
  return {
    ...fleet,
    databases: fleet.databases.map(database =>
      database === orders ? changed : database,
    ),
    more: { ...fleet.more, [id]: { ...fleet.more?.[id], ...variant.more } },
  };
}
