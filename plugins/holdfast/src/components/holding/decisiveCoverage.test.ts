import { CoveredVolume, decisiveCoverage } from './decisiveCoverage';

const covered = (state: CoveredVolume['state']): CoveredVolume => ({
  method: 'velero-data-mover',
  state,
  evidence: [],
});

const held = covered('held');
const skipped = covered('skipped');
const excluded = covered('excluded');
const running = covered('running');

describe('decisiveCoverage', () => {
  it.each([
    ['no backup', [], {}],
    ['the newest that holds it', [held, skipped], { newest: held }],
    [
      'one that skipped it, and the last that holds it',
      [skipped, skipped, held],
      { newest: skipped, lastHeld: held },
    ],
    ['one that never held it', [skipped], { newest: skipped }],
    ['the last that ended', [running, held], { newest: held }],
    ['one that runs for the first time', [running], { newest: running }],
    [
      'what one tool leaves out and another holds',
      [excluded, held],
      { newest: held },
    ],
    ['what everything leaves out', [excluded], { newest: excluded }],
  ])('takes %s', (_, coverage, expected) => {
    expect(decisiveCoverage(coverage)).toEqual(expected);
  });
});
