import { HoldfastApi } from '../src/api';
import {
  databaseNamed,
  failingApi,
  FleetApi,
  fleetApiWith,
  fleetAt,
  fleetWith,
  problem,
  variantNames,
} from '../src/__testUtils__';

const fleet = () => fleetAt(Date.now());

/** Never answers. */
const pending = () => new Promise<never>(() => {});

const apiWith = (answers: Partial<HoldfastApi>) => fleetApiWith(fleet, answers);

function refreshFailing(): HoldfastApi {
  const onceOnly = <T>(answer: (id: string) => Promise<T>) => {
    let calls = 0;
    return async (id: string) => {
      calls += 1;
      if (calls > 1) throw await problem(503, 'The backend is starting.');
      return answer(id);
    };
  };
  const usual = new FleetApi(fleet);
  return apiWith({
    getDatabase: onceOnly(id => usual.getDatabase(id)),
    getConnection: onceOnly(id => usual.getConnection(id)),
  });
}

/** What the backend may answer, by the name under which the gallery shows it. */
export const states: Record<string, () => HoldfastApi> = {
  usual: () => apiWith({}),
  loading: () =>
    apiWith({
      listDatabases: pending,
      getDatabase: pending,
      listRestores: pending,
      getProtection: pending,
      getHistory: pending,
      getDeletion: pending,
      listSharedFate: pending,
      getConnection: pending,
      getSummary: pending,
      listClusters: pending,
      getProvisioning: pending,
      createPreview: pending,
    }),
  failed: () => failingApi(503, 'The backend is starting.'),
  refused: () => failingApi(403, 'Not allowed.'),
  empty: () =>
    new FleetApi(() => ({ databases: [], points: {}, clusters: [] })),
  reading: () =>
    new FleetApi(() => ({
      databases: [],
      points: {},
      clusters: [
        {
          name: 'eu-west',
          state: 'synchronising',
          databases: 0,
          resources: [],
        },
      ],
    })),
  'refresh fails': refreshFailing,
  'nothing known of connections': () =>
    apiWith({
      getConnection: async id => ({
        ...(await new FleetApi(fleet).getConnection(id)),
        connection: undefined,
      }),
    }),
  'connections half read': () =>
    apiWith({
      getConnection: async id => {
        const answer = await new FleetApi(fleet).getConnection(id);
        return {
          ...answer,
          connection: {
            ...answer.connection,
            gaps: [
              {
                area: 'pools',
                kind: 'Pooler.postgresql.cnpg.io',
                reason: 'forbidden',
                message: 'Pooler.postgresql.cnpg.io: not allowed to read it',
              },
            ],
          },
        };
      },
    }),
  'evidence hidden': () =>
    apiWith({
      getDatabase: async () => {
        const database = databaseNamed(fleet(), 'orders-db');
        const findings = database.assessment.findings.map(finding => ({
          ...finding,
          evidence: [],
        }));
        return {
          ...database,
          assessment: { ...database.assessment, findings },
          evidenceHidden: true,
        };
      },
    }),
};

/** How else orders-db may stand, by the name under which the gallery shows it. */
export const variants: Record<string, () => HoldfastApi> = Object.fromEntries(
  variantNames.map(name => [
    name,
    () => new FleetApi(() => fleetWith(name, Date.now())),
  ]),
);
