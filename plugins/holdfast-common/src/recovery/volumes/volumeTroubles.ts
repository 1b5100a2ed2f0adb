import { ObjectReference, Volume, VolumeTrouble } from '../../model';
import { Clock } from '../Clock';
import { describeMoment } from '../describe';
import { momentOf } from '../moment';

/** A trouble with the volume that it befell. */
export interface Troubled {
  volume: Volume;
  trouble: VolumeTrouble;
}

/**
 * The troubles of a kind that have lasted longer than such a thing may take. Those whose beginning nobody wrote down have.
 */
export function lastingTroubles(options: {
  volumes: readonly Volume[];
  kind: VolumeTrouble['kind'];
  /** How long it may take, in seconds. */
  patience: (trouble: VolumeTrouble) => number;
  clock: Clock;
}): Troubled[] {
  const { volumes, kind, patience, clock } = options;
  return volumes.flatMap(volume =>
    (volume.troubles ?? [])
      .filter(
        trouble =>
          trouble.kind === kind &&
          clock.hasPassed(
            (momentOf(trouble.since) ?? NaN) + patience(trouble) * 1000,
          ),
      )
      .map(trouble => ({ volume, trouble })),
  );
}

/** ` since 2026-11-20 10:01 UTC`, or nothing. */
export function describeSince({ since }: VolumeTrouble): string {
  return since === undefined ? '' : ` since ${describeMoment(since)}`;
}

/** Kubernetes' own words, as the end of a sentence. */
export function describeWords({ message }: VolumeTrouble): string {
  return message === undefined ? '' : ` Kubernetes says: ${message}`;
}

/** How to look at an object: `kubectl -n shop describe pvc orders-1`. */
export function kubectlDescribe(
  kind: 'pvc' | 'pod',
  { namespace, name }: ObjectReference,
): string {
  return `kubectl${
    namespace === undefined ? '' : ` -n ${namespace}`
  } describe ${kind} ${name}`;
}
