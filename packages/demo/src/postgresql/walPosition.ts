const SEGMENT_MS = 300_000;

/** A position in the WAL, in the forms that PostgreSQL gives it. */
export interface WalPosition {
  /** File name of the segment, as `00000001000000120000004C`. */
  file: string;
  /** Log sequence number, as `12/4C000028`. */
  lsn: string;
}

/**
 * A position that grows with time, by a segment in five minutes.
 *
 * @param offset - within the segment, in six hexadecimal digits
 */
export function walPositionAt(
  moment: Date,
  options: { timeline: number; offset: string },
): WalPosition {
  const segment = Math.floor(moment.getTime() / SEGMENT_MS) % 2 ** 24;
  const [log, part] = [segment >> 8, segment & 0xff];
  const hex = (value: number) => value.toString(16).toUpperCase();
  const padded = (value: number) => hex(value).padStart(8, '0');
  return {
    file: `${padded(options.timeline)}${padded(log)}${padded(part)}`,
    lsn: `${hex(log)}/${hex(part)}${options.offset}`,
  };
}
