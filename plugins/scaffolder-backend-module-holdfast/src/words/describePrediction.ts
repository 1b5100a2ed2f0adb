import {
  AttainedRpo,
  AttainedRto,
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
        `  ${words}: ${outcome(
          rpo[disruption],
          rto[disruption],
        )}; asked for are ${formatDuration(
          objective.rpoSeconds[disruption].value,
        )} and ${formatDuration(objective.rtoSeconds[disruption].value)}`,
    ),
    ...findings.map(
      ({ severity, rule, message, remedy }) =>
        `  ${severity} ${rule}: ${message}${remedy ? ` ${remedy}` : ''}`,
    ),
  ];
}

/** What cannot be told is not left out, since silence reads as consent. */
function outcome(
  rpo: Pick<AttainedRpo, 'seconds' | 'atMostSeconds'>,
  rto: Pick<AttainedRto, 'seconds'>,
): string {
  const lost = rpo.atMostSeconds ?? rpo.seconds;
  const away = rto.seconds;
  if (lost === undefined && away === undefined) return 'cannot be told';
  const loss =
    lost === undefined
      ? 'what is lost cannot be told'
      : `${lost === 0 ? 'nothing' : `at most ${formatDuration(lost)}`} is lost`;
  const back =
    away === undefined
      ? 'how long it takes cannot be told'
      : `back in about ${formatDuration(away)}`;
  return `${loss}, ${back}`;
}
