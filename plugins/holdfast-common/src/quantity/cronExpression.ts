import { InputError } from '@backstage/errors';
import { CronDialect } from './cron';
import {
  CronField,
  CronFieldBounds,
  dayOfMonthBounds,
  dayOfWeekBounds,
  hourBounds,
  minuteBounds,
  monthBounds,
  parseCronField,
  secondBounds,
} from './cronField';
import { parseGoDuration } from './goDuration';

/** When a calendar schedule runs, by the wall clock of its time zone. */
export interface CronFields {
  second: CronField;
  minute: CronField;
  hour: CronField;
  dayOfMonth: CronField;
  month: CronField;
  dayOfWeek: CronField;
}

/** What an expression says. */
export type CronExpression =
  | { kind: 'calendar'; fields: CronFields; timeZone?: string }
  | { kind: 'interval'; seconds: number };

const descriptors = new Map([
  ['@yearly', '0 0 0 1 1 *'],
  ['@annually', '0 0 0 1 1 *'],
  ['@monthly', '0 0 0 1 * *'],
  ['@weekly', '0 0 0 * * 0'],
  ['@daily', '0 0 0 * * *'],
  ['@midnight', '0 0 0 * * *'],
  ['@hourly', '0 0 * * * *'],
]);

const expectedFields: Record<CronDialect, string> = {
  'cloudnative-pg':
    'CloudNativePG takes six, second minute hour day-of-month month day-of-week, of which the last may be left out',
  velero: 'Velero takes five, minute hour day-of-month month day-of-week',
  'mariadb-operator':
    'mariadb-operator takes five, minute hour day-of-month month day-of-week',
  percona:
    "Percona's operators take five, minute hour day-of-month month day-of-week",
  kubernetes:
    'a CronJob takes five, minute hour day-of-month month day-of-week',
};

/**
 * Reads an expression as its operator does.
 *
 * @throws InputError if the operator would refuse it, with a message that continues the expression: "has 4 fields: ..."
 */
export function parseCronExpression(
  text: string,
  dialect: CronDialect,
): CronExpression {
  if (dialect === 'kubernetes' && text.includes('TZ')) {
    throw new InputError(
      'has a time zone in it, which a CronJob refuses: put the zone into spec.timeZone',
    );
  }
  const zoned =
    (dialect === 'velero' ||
      dialect === 'mariadb-operator' ||
      dialect === 'percona') &&
    /^(?:CRON_)?TZ=/.test(text);
  if (!zoned) return parseWithoutZone(text, dialect);

  const [, timeZone, rest] = /^[^=]+=([^ ]*) (.*)$/s.exec(text) ?? [];
  if (rest === undefined) {
    throw new InputError('has a time zone and no fields after it');
  }
  const expression = parseWithoutZone(rest.trim(), dialect);
  return expression.kind === 'calendar'
    ? { ...expression, timeZone: timeZone || 'UTC' }
    : expression;
}

function parseWithoutZone(text: string, dialect: CronDialect): CronExpression {
  if (dialect === 'mariadb-operator' && text.startsWith('@')) {
    throw new InputError(
      'is a descriptor, and mariadb-operator takes none: write five fields',
    );
  }
  if (dialect === 'percona' && text.startsWith('@every ')) {
    throw new InputError(
      "is an interval, at which Percona's operators fail: write five fields",
    );
  }
  if (text.startsWith('@every ')) {
    const seconds = parseGoDuration(text.slice('@every '.length), {
      field: '@every',
    });
    // `Every` of robfig/cron: fractions are dropped, and nothing runs more often than once a second.
    return { kind: 'interval', seconds: Math.max(1, Math.floor(seconds)) };
  }
  const fields = splitFields(text, dialect);
  const field = (index: number, bounds: CronFieldBounds) =>
    parseCronField(fields[index], bounds, {
      starSurvivesStep: dialect === 'cloudnative-pg',
    });
  return {
    kind: 'calendar',
    fields: {
      second: field(0, secondBounds),
      minute: field(1, minuteBounds),
      hour: field(2, hourBounds),
      dayOfMonth: field(3, dayOfMonthBounds),
      month: field(4, monthBounds),
      dayOfWeek: field(5, dayOfWeekBounds),
    },
  };
}

/** Always six fields, seconds first. */
function splitFields(text: string, dialect: CronDialect): string[] {
  if (text.startsWith('@')) {
    const meaning = descriptors.get(text);
    if (!meaning) {
      const known = [...descriptors.keys()].join(', ');
      throw new InputError(
        `is not a descriptor: write one of ${known}, or for example @every 6h`,
      );
    }
    return meaning.split(' ');
  }
  const fields = text.split(/\s+/).filter(Boolean);
  if (fields.length === 5) {
    return dialect === 'cloudnative-pg' ? [...fields, '*'] : ['0', ...fields];
  }
  if (fields.length === 6 && dialect === 'cloudnative-pg') return fields;
  throw new InputError(
    `has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}: ${
      expectedFields[dialect]
    }`,
  );
}
