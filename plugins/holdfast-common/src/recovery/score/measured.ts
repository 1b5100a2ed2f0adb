import { isFresh } from '../isFresh';
import { Grade, ScoreControl } from './Score';

const statesByMissing: Readonly<Record<number, Grade['state']>> = {
  1: 'partly',
  2: 'not-met',
};

/** Resilience Hub gives points for alarms. What Holdfast can see of monitoring is that the metrics which alarms need arrive. */
export const measured: ScoreControl = {
  id: 'monitoring/measured',
  title: 'Its exposure and its volumes are measured',
  possible: 10,
  grade({ database, rpo, clock, assumptions }) {
    const volumes = database.volumes.filter(({ role }) => role !== 'other');
    const filling =
      volumes.length > 0 &&
      volumes.every(({ usedBytes }) =>
        isFresh({ observed: usedBytes, clock, assumptions }),
      );
    // The age of a set of points needs no metrics: the objects have it.
    const exposure =
      rpo.data.basis === 'measured' || rpo.data.basis === 'points';
    const missing = [
      ...(exposure ? [] : ['what is not archived yet']),
      ...(filling ? [] : ['how full its volumes are']),
    ];
    return missing.length
      ? {
          state: statesByMissing[missing.length],
          share: 1 - missing.length / 2,
          message: `Not measured: ${missing.join(', ')}.`,
          earn: 'Name a Prometheus for this cluster under `holdfast.metrics` that has the metrics of the database and of the kubelet.',
        }
      : {
          state: 'met',
          message:
            'What is not archived yet and how full its volumes are is measured.',
        };
  },
};
