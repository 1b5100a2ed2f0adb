import { InputError } from '@backstage/errors';

/** What one field of an expression allows. */
export interface CronField {
  /** Ascending; empty for a field of commas only, which the libraries take and never run. */
  values: number[];
  /** The field has a star that counts as one: with it, day of month and day of week must both hold, without it one of them. */
  star: boolean;
}

export interface CronFieldBounds {
  name: string;
  min: number;
  max: number;
  names?: string[];
}

export const secondBounds: CronFieldBounds = {
  name: 'seconds',
  min: 0,
  max: 59,
};
export const minuteBounds: CronFieldBounds = {
  name: 'minutes',
  min: 0,
  max: 59,
};
export const hourBounds: CronFieldBounds = { name: 'hours', min: 0, max: 23 };
export const dayOfMonthBounds: CronFieldBounds = {
  name: 'day of month',
  min: 1,
  max: 31,
};
export const monthBounds: CronFieldBounds = {
  name: 'month',
  min: 1,
  max: 12,
  names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
};
export const dayOfWeekBounds: CronFieldBounds = {
  name: 'day of week',
  min: 0,
  max: 6,
  names: 'sun mon tue wed thu fri sat'.split(' '),
};

/**
 * Reads one field as robfig/cron does, `getField` and `getRange` in its `parser.go`.
 *
 * @throws InputError if they would refuse it
 */
export function parseCronField(
  text: string,
  bounds: CronFieldBounds,
  options: {
    /** Version 1 keeps the star of `*` + `/2`, version 3 takes it for a plain list of values. */
    starSurvivesStep: boolean;
  },
): CronField {
  const values = new Set<number>();
  let star = false;
  for (const range of text.split(',')) {
    if (range === '') continue;
    const refusal = (words: string) =>
      new InputError(`has "${range}" in ${bounds.name}: ${words}`);

    const [span, stepText, ...moreSteps] = range.split('/');
    const [lowText, highText, ...moreHighs] = span.split('-');
    const wild = lowText === '*' || lowText === '?';
    if (moreSteps.length > 0) throw refusal('write one step, as in 0-30/10');
    // What follows a star after a hyphen is not looked at.
    if (moreHighs.length > 0 && !wild) {
      throw refusal('write a range as from-to');
    }

    const step = stepText === undefined ? 1 : numberIn(stepText);
    const low = wild ? bounds.min : valueIn(lowText, bounds);
    let high = low;
    if (wild || (highText === undefined && stepText !== undefined)) {
      high = bounds.max;
    } else if (highText !== undefined) {
      high = valueIn(highText, bounds);
    }
    if (low === undefined || high === undefined || step === undefined) {
      throw refusal(`write ${wordsFor(bounds)}`);
    }
    if (low < bounds.min || high > bounds.max) {
      throw refusal(`only ${bounds.min} to ${bounds.max} are allowed`);
    }
    if (low > high) throw refusal('the range ends before it begins');
    if (step === 0) throw refusal('a step is at least 1');

    for (let value = low; value <= high; value += step) values.add(value);
    star ||= wild && (step === 1 || options.starSurvivesStep);
  }
  return { values: [...values].sort((a, b) => a - b), star };
}

function valueIn(text: string, bounds: CronFieldBounds): number | undefined {
  const index = bounds.names?.indexOf(text.toLowerCase()) ?? -1;
  return index >= 0 ? index + bounds.min : numberIn(text);
}

function numberIn(text: string): number | undefined {
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}

function wordsFor(bounds: CronFieldBounds): string {
  const numbers = `numbers from ${bounds.min} to ${bounds.max}`;
  return bounds.names
    ? `${numbers} or names from ${bounds.names[0]} to ${bounds.names.at(-1)}`
    : numbers;
}
