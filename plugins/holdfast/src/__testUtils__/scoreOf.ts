import {
  CopyCheck,
  ObjectReference,
  Score,
} from '@holdfast/plugin-holdfast-common';

/** A score of 72: proof is old, the region is not known. Controls as docs/score.md has them. */
export function scoreOf(): Score {
  return {
    points: 72,
    possible: 100,
    outstanding: 28,
    controls: [
      {
        id: 'compliance/data',
        title: 'Objectives for a corruption or deletion of the data',
        possible: 16,
        reached: 8,
        outstanding: 8,
        state: 'partly',
        message: 'RPO 12 min of 5 min. RTO 23 min (an estimate) of 1 h.',
        earn: 'Keep restorable points that meet the RPO, and rehearse a restore to know the time it takes.',
        rules: ['objective/rpo-missed'],
      },
      {
        id: 'proof/restored',
        title: 'A restore succeeded within the drill interval',
        possible: 12,
        reached: 0,
        outstanding: 12,
        state: 'not-met',
        message: 'No restore of it is known.',
        earn: 'Rehearse a restore.',
        rules: ['restore/never'],
      },
      {
        id: 'compliance/region',
        title: 'Objectives for the loss of a region',
        possible: 4,
        reached: 0,
        outstanding: 4,
        state: 'unknown',
        message:
          'RPO: the facts do not tell what the loss of a region would cost.',
        rules: [],
      },
      {
        id: 'monitoring/measured',
        title: 'What is exposed is measured',
        possible: 68,
        reached: 64,
        outstanding: 4,
        state: 'partly',
        message: 'The use of one volume is not measured.',
        rules: [],
      },
    ],
  };
}

/** 3-2-1-1-0 with one question that the facts do not answer. */
export function copyChecksOf(object: ObjectReference): CopyCheck[] {
  return [
    {
      id: 'three-copies',
      state: 'met',
      message:
        '4 copies: the data itself, 2 replicas on other nodes, 1 place with recovery points.',
      evidence: [{ object, field: '.status.readyInstances', value: 3 }],
    },
    {
      id: 'two-media',
      state: 'met',
      message: 's3://acme-pg-eu-west/orders-db holds recovery points.',
      evidence: [],
    },
    {
      id: 'off-site',
      state: 'not-met',
      message: 'All copies lie in eu-west-1, where the database runs.',
      evidence: [],
    },
    {
      id: 'immutable',
      state: 'unknown',
      message: 'Whether the bucket is locked is in no object of the cluster.',
      evidence: [],
    },
    {
      id: 'no-errors',
      state: 'met',
      message: 'The last restore succeeded.',
      evidence: [],
    },
  ];
}
