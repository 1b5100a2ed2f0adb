import {
  Disruption,
  formatDuration,
  PreviewedDatabase,
} from '@holdfast/plugin-holdfast-common';

const disruptions: readonly [Disruption, string][] = [
  ['instance', 'losing an instance'],
  ['zone', 'losing a zone'],
  ['region', 'losing the region'],
  ['data', 'losing the data'],
];

/**
 * What a database would attain, a line for each disruption and finding.
 */
export function describePrediction({
  reference,
  predicted,
  objective,
  findings,
}: PreviewedDatabase): string[] {
  const { rpo, rto } = predicted;
  return [
    `${reference.namespace ?? ''}/${reference.name}: predicted ${
      predicted.verdict
    } for the tier ${objective.tier.value}`,
    ...disruptions.map(
      ([disruption, words]) =>
        `  ${words}: loses ${inWords(
          rpo[disruption].atMostSeconds ?? rpo[disruption].seconds,
          'at most ',
        )} (objective ${formatDuration(
          objective.rpoSeconds[disruption].value,
        )}), back in ${inWords(
          rto[disruption].seconds,
          'about ',
        )} (objective ${formatDuration(
          objective.rtoSeconds[disruption].value,
        )})`,
    ),
    ...findings.map(
      ({ severity, rule, message, remedy }) =>
        `  ${severity} ${rule}: ${message}${remedy ? ` ${remedy}` : ''}`,
    ),
  ];
}

/** What cannot be told is not left out, since silence reads as consent. */
function inWords(seconds: number | undefined, prefix: string): string {
  if (seconds === undefined) return 'an unknown time';
  return seconds === 0 ? 'nothing' : `${prefix}${formatDuration(seconds)}`;
}
