/** One write whose commit was acknowledged. */
export interface AcknowledgedWrite {
  number: number;
  at: Date;
}

/** The longest time between two acknowledged writes, in seconds, and when it began. */
export interface Pause {
  seconds: number;
  from: Date;
}

/** Reads what `writer.sh` said. */
export function parseWrites(log: string): AcknowledgedWrite[] {
  return log.split('\n').flatMap(line => {
    const [, seconds, number] = line.match(/^(\d+\.\d+) (\d+)$/) ?? [];
    return number === undefined
      ? []
      : [{ at: new Date(Number(seconds) * 1000), number: Number(number) }];
  });
}

/** The longest time without an acknowledged write between the first and the last. */
export function longestPause(writes: readonly AcknowledgedWrite[]): Pause {
  let pause = { seconds: 0, from: writes[0]?.at ?? new Date(0) };
  for (let index = 1; index < writes.length; index++) {
    const from = writes[index - 1].at;
    const seconds = (writes[index].at.getTime() - from.getTime()) / 1000;
    if (seconds > pause.seconds) pause = { seconds, from };
  }
  return pause;
}

/**
 * How much time of acknowledged writes is lost, in seconds: from the last write that was kept before the first that was lost, to the last that
 * was lost. None lost is 0.
 */
export function lostSpan(
  writes: readonly AcknowledgedWrite[],
  there: ReadonlySet<number>,
): number {
  const isLost = ({ number }: AcknowledgedWrite) => !there.has(number);
  const first = writes.findIndex(isLost);
  const last = writes.findLast(isLost);
  if (first < 0 || !last) return 0;
  const from = writes[Math.max(first - 1, 0)];
  return (last.at.getTime() - from.at.getTime()) / 1000;
}
