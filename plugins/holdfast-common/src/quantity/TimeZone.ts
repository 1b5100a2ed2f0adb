import { InputError } from '@backstage/errors';

const week = 7 * 86_400_000;

/** Between local time and UTC in one zone of the IANA time zone database, as the runtime knows it. */
export class TimeZone {
  /**
   * @throws InputError if Go would not know the zone, which takes names as they are written in the database
   */
  static of(name: string): TimeZone {
    let format: Intl.DateTimeFormat | undefined;
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        timeZoneName: 'longOffset',
      });
    } catch {
      // A RangeError; the message below says more.
    }
    const known = format?.resolvedOptions().timeZone;
    const misspelt =
      known !== name && known?.toLowerCase() === name.toLowerCase();
    // JavaScript also takes plain offsets, `+01:00`.
    if (!format || misspelt || !/^[A-Za-z]/.test(name)) {
      throw new InputError(
        `has the time zone "${name}", which is not in the IANA database: write for example ${
          misspelt ? known : 'Europe/Berlin'
        }`,
      );
    }
    return new TimeZone(format);
  }

  readonly #format: Intl.DateTimeFormat;

  private constructor(format: Intl.DateTimeFormat) {
    this.#format = format;
  }

  /** Local time minus UTC, in milliseconds. */
  offsetAt(moment: number): number {
    const text = this.#format
      .formatToParts(moment)
      .find(part => part.type === 'timeZoneName')?.value;
    const match = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(text ?? '');
    if (!match) return 0;
    const [, sign, hours, minutes, seconds = '0'] = match;
    const offset =
      Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return (sign === '-' ? -offset : offset) * 1000;
  }

  /** The first moment after `from`, and at most `to`, from which another offset holds. Offsets hold for more than a week. */
  firstChange(from: number, to: number): number | undefined {
    const offset = this.offsetAt(from);
    for (let start = from; start < to; start += week) {
      const end = Math.min(start + week, to);
      if (this.offsetAt(end) !== offset) return this.#changeWithin(start, end);
    }
    return undefined;
  }

  /** The last such moment. */
  lastChange(from: number, to: number): number | undefined {
    const offset = this.offsetAt(to);
    for (let end = to; end > from; end -= week) {
      const start = Math.max(end - week, from);
      if (this.offsetAt(start) !== offset) {
        return this.#changeWithin(start, end);
      }
    }
    return undefined;
  }

  #changeWithin(from: number, to: number): number {
    const offset = this.offsetAt(from);
    // Changes are on whole seconds.
    let before = Math.floor(from / 1000);
    let after = Math.ceil(to / 1000);
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.offsetAt(middle * 1000) === offset) before = middle;
      else after = middle;
    }
    return after * 1000;
  }
}
