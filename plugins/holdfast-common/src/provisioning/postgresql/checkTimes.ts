import { InputProblem } from '../../api/inputProblemsOf';
import { longestDuration } from '../../quantity/duration';
import { PostgresqlInputs } from './PostgresqlInputs';
import { problemWith } from './problemsWith';

const day = 24 * 60 * 60;

/** Seconds by the last letter. Of a retention `m` is a month of 31 days, as Barman counts it. */
const duration = new Map([
  ['m', 60],
  ['h', 60 * 60],
  ['d', day],
]);
const retention = new Map([
  ['d', day],
  ['w', 7 * day],
  ['m', 31 * day],
]);

const times = [
  { field: 'rpo', units: duration, example: '1d' },
  { field: 'rto', units: duration, example: '1d' },
  { field: 'retention', units: retention, example: '30d' },
] as const;

/** Whether the times asked for are such as dates can hold. What is no time at all is left to the check of its form. */
export function checkTimes(inputs: Partial<PostgresqlInputs>): InputProblem[] {
  return times.flatMap(({ field, units, example }) => {
    const value = inputs[field] ?? '';
    const unit = units.get(value.slice(-1)) ?? 0;
    if (!(Number(value.slice(0, -1)) * unit > longestDuration)) return [];
    return [
      problemWith(
        field,
        value,
        `is longer than 1000 years: write for example ${example}`,
      ),
    ];
  });
}
