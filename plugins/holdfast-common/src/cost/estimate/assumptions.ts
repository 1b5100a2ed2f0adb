import { InputError } from '@backstage/errors';
import { Decimal } from '../money/Decimal';

/**
 * What an estimate rests on beside the arrangement. Each can be stated; what is not has a default, and is marked as assumed in the answer.
 *
 * @public
 */
export type AssumptionName =
  | 'databaseFill'
  | 'dailyChange'
  | 'dailyWal'
  | 'backupCompression'
  | 'walCompression'
  | 'restoreInterval'
  | 'archiveTimeout'
  | 'uploadPart';

/**
 * Assumptions that somebody states: decimal numbers in the units of the defaults.
 *
 * @public
 */
export type StatedAssumptions = Partial<
  Record<AssumptionName, number | string>
>;

/**
 * An assumption as it stands in an answer.
 *
 * @public
 */
export interface Assumption {
  name: AssumptionName;
  value: string;
  unit: string;
  /** False: nobody stated it, and the default holds. */
  stated: boolean;
  meaning: string;
}

interface AssumptionDefault {
  value: string;
  unit: string;
  meaning: string;
  /** Zero has no meaning for it. */
  positive?: boolean;
  most?: string;
}

/**
 * The defaults. Shares of change and WAL and the compressions are those of a worked example (500 GiB, 3 % changed and 10 GiB of WAL a day),
 * not measured anywhere: state your own where you know them.
 */
export const assumptionDefaults: Record<AssumptionName, AssumptionDefault> = {
  databaseFill: {
    value: '0.7',
    unit: 'of the data volume',
    meaning:
      'How much of the data volume the database fills. Volumes are commonly enlarged beyond 70 %.',
    most: '1',
  },
  dailyChange: {
    value: '0.03',
    unit: 'of the database per day',
    meaning: 'How much of the database changes in a day.',
    most: '1',
  },
  dailyWal: {
    value: '0.02',
    unit: 'of the database per day',
    meaning: 'How much WAL is written in a day, before it is compressed.',
  },
  backupCompression: {
    value: '2',
    unit: 'times',
    meaning: 'How many times smaller base backups are stored.',
    positive: true,
  },
  walCompression: {
    value: '2.5',
    unit: 'times',
    meaning: 'How many times smaller WAL is stored.',
    positive: true,
  },
  restoreInterval: {
    value: '90',
    unit: 'days',
    meaning: 'How often the database is restored, for drills or in earnest.',
    positive: true,
  },
  archiveTimeout: {
    value: '300',
    unit: 's',
    meaning:
      'After how long a WAL segment is archived that is not full. 5 min is the default of CloudNativePG.',
    positive: true,
  },
  uploadPart: {
    value: '10485760',
    unit: 'bytes',
    meaning: 'In parts of which size base backups are uploaded.',
    positive: true,
  },
};

const names: readonly AssumptionName[] = [
  'databaseFill',
  'dailyChange',
  'dailyWal',
  'backupCompression',
  'walCompression',
  'restoreInterval',
  'archiveTimeout',
  'uploadPart',
];

/** The values that hold. It remembers which of them were asked for, since only those bear on the answer. */
export class Assumptions {
  /** @throws InputError for a name that is not known, or a value that has no meaning */
  static read(stated: StatedAssumptions = {}): Assumptions {
    const known = new Set<string>(names);
    const unknown = Object.keys(stated).find(name => !known.has(name));
    if (unknown !== undefined) {
      throw new InputError(
        `assumptions: "${unknown}" is not an assumption: write one of ${names.join(
          ', ',
        )}`,
      );
    }
    const values = new Map<AssumptionName, Decimal>();
    for (const name of names) {
      values.set(
        name,
        readValue(name, stated[name] ?? assumptionDefaults[name].value),
      );
    }
    return new Assumptions(stated, values);
  }

  readonly #stated: StatedAssumptions;
  readonly #values: Map<AssumptionName, Decimal>;
  readonly #used = new Set<AssumptionName>();

  private constructor(
    stated: StatedAssumptions,
    values: Map<AssumptionName, Decimal>,
  ) {
    this.#stated = stated;
    this.#values = values;
  }

  get(name: AssumptionName): Decimal {
    this.#used.add(name);
    return this.#values.get(name) ?? Decimal.zero;
  }

  /** Those that were asked for. */
  used(): Assumption[] {
    return names
      .filter(name => this.#used.has(name))
      .map(name => ({
        name,
        value: this.get(name).toString(),
        unit: assumptionDefaults[name].unit,
        stated: this.#stated[name] !== undefined,
        meaning: assumptionDefaults[name].meaning,
      }));
  }
}

function readValue(name: AssumptionName, stated: number | string): Decimal {
  const field = `assumptions.${name}`;
  const value = Decimal.parse(stated, { field });
  const { positive, most, unit } = assumptionDefaults[name];
  if (value.isNegative || (positive && value.isZero)) {
    throw new InputError(
      `${field}: "${stated}" is ${
        value.isNegative ? 'negative' : 'zero'
      }: write ${positive ? 'more than zero' : 'zero or more'} (${unit})`,
    );
  }
  if (most && value.compare(Decimal.parse(most)) > 0) {
    throw new InputError(`${field}: "${stated}" is above ${most} (${unit})`);
  }
  return value;
}
