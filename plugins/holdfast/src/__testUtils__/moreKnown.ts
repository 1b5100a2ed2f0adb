import {
  DatabaseDeletion,
  DatabaseDetail,
  HistoryPage,
} from '@holdfast/plugin-holdfast-common';
import { Fleet } from './fleet';
import { restoreAt } from './restoreAt';
import { volumeOf } from './volumeOf';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What has questions of its own, of one database that is proven and of one whose archive fails. */
export function moreKnownAt(
  now: number,
  databases: { proven: DatabaseDetail; failing: DatabaseDetail },
): Pick<Fleet, 'more' | 'sharedFate'> {
  const ago = (seconds: number) =>
    new Date(now - seconds * 1_000).toISOString();
  const { proven, failing } = databases;
  const { reference } = failing.summary;

  const history: Pick<HistoryPage, 'items' | 'attainment'> = {
    items: [
      {
        at: ago(7 * minute),
        uid: failing.summary.uid,
        from: 'protected',
        to: 'at-risk',
        rpo: 'missed',
        rule: 'archiving/failing',
        message:
          'WAL has not reached s3://acme-pg-eu-west/orders-db for 5 min.',
      },
      {
        at: ago(20 * day),
        uid: failing.summary.uid,
        to: 'protected',
        rpo: 'met',
      },
    ],
    attainment: [7, 30, 90].map(days => {
      const to = ago(0);
      const known = Math.min(days, 20) * day;
      const attainment = {
        from: ago(known),
        to,
        metSeconds: known - 7 * minute - 4 * hour,
        missedSeconds: 7 * minute,
        unknownSeconds: 4 * hour,
        exemptSeconds: 0,
        attained: 1 - (7 * minute) / (known - 4 * hour),
      };
      return { days, verdict: attainment, rpo: attainment };
    }),
  };

  const deletion: DatabaseDeletion['items'] = [
    {
      event: 'leaves-git',
      bytes: [
        {
          kind: 'volume',
          name: 'orders-db-1',
          role: 'data',
          fate: 'dies',
          steps: [
            {
              fate: 'dies',
              reason:
                'The Application argocd/orders deletes what is not in its source any more.',
              evidence: [
                {
                  object: {
                    ...reference,
                    kind: 'Application.argoproj.io',
                    namespace: 'argocd',
                    name: 'orders',
                  },
                  field: '.spec.syncPolicy.automated.prune',
                  value: true,
                },
              ],
            },
            {
              fate: 'dies',
              reason: 'The volume goes with its claim (reclaim policy Delete).',
              evidence: [],
            },
          ],
        },
        {
          kind: 'backups',
          name: 's3://acme-pg-eu-west/orders-db',
          storeId: 's3://acme-pg-eu-west/orders-db',
          fate: 'stays',
          steps: [
            {
              fate: 'stays',
              reason: 'Nothing in the cluster owns what lies in the store.',
              evidence: [],
            },
          ],
        },
      ],
    },
    { event: 'namespace-deleted', bytes: [] },
  ];

  return {
    more: {
      [proven.summary.id]: {
        restores: [12, 40, 71].map(days =>
          restoreAt(now - days * day * 1_000, {
            seconds: (18 + (days % 7)) * minute,
          }),
        ),
        protection: {
          volumes: [],
          drills: [
            {
              name: 'ledger-drill',
              expression: '0 3 1 * *',
              suspended: false,
              lastStartedAt: ago(12 * day),
              lastSucceededAt: ago(12 * day),
              evidence: [],
            },
          ],
        },
      },
      [failing.summary.id]: {
        history,
        deletion,
        protection: {
          volumes: [volumeOf(failing.summary.reference, 'orders-db-1')],
          drills: [],
        },
      },
    },
    sharedFate: [
      {
        kind: 'cluster',
        id: 'eu-west',
        name: 'eu-west',
        databases: 4,
        down: 4,
        withoutBackups: 1,
        nothingLeft: 1,
        readable: 2,
        members: [
          { id: failing.summary.id, down: true, backups: 'some' },
          { id: proven.summary.id, down: true, backups: 'none' },
        ],
      },
      {
        kind: 'bucket',
        id: 's3|acme-pg-eu-west',
        name: 'acme-pg-eu-west',
        databases: 2,
        down: 0,
        withoutBackups: 2,
        nothingLeft: 0,
        readable: 2,
        members: [
          { id: failing.summary.id, down: false, backups: 'all' },
          { id: proven.summary.id, down: false, backups: 'all' },
        ],
      },
    ],
  };
}
