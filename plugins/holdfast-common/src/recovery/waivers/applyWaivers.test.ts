import * as fc from 'fast-check';
import { Waiver } from '../../model';
import {
  aDatabase,
  ago,
  anInstance,
  aRestore,
  aVolume,
  now,
  observed,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import {
  arbitraryDatabase,
  arbitraryLater,
  arbitraryObjective,
} from '../__testUtils__/arbitraryDatabase';
import { assess, AssessOptions } from '../assess';
import { builtInRules } from '../rules';
import { verdictOrder } from '../Verdict';

function aWaiver(overrides: Partial<Waiver> = {}): Waiver {
  return {
    id: 'b7a7',
    rule: 'placement/single-instance',
    reason: 'a test system',
    until: ago({ days: -30 }),
    by: 'user:default/ada',
    origin: { level: 'portal', reference: aDatabase().id },
    ...overrides,
  };
}

/** One instance, where the objective asks for more; otherwise all is well. */
const alone = aDatabase({
  desiredInstances: observed(1),
  readyInstances: observed(1),
  nodesUsed: observed(1),
  instances: [anInstance(1)],
  volumes: [aVolume(1)],
});
const strict = anObjective({ rtoOf: { instance: 300 } });

function judged(waivers: Waiver[], options: Partial<AssessOptions> = {}) {
  return assess({
    database: alone,
    objective: strict,
    now,
    waivers: { waivers, problems: [] },
    ...options,
  });
}

describe('a waiver', () => {
  it('lifts the verdict to Protected, and what it accepts stays to be seen', () => {
    expect(judged([]).verdict).toBe('at-risk');
    const { verdict, findings, waivers, reassessAt } = judged([aWaiver()]);
    expect(verdict).toBe('protected');
    const { rule, ceiling, waived } = findings[findings.length - 1];
    expect(rule).toBe('placement/single-instance');
    expect(ceiling).toBe('at-risk');
    expect(waived).toMatchObject({
      id: 'b7a7',
      reason: 'a test system',
      by: 'user:default/ada',
      origin: { level: 'portal' },
    });
    expect(waivers).toMatchObject([{ id: 'b7a7', state: 'holds' }]);
    expect(Date.parse(reassessAt ?? '')).toBeLessThanOrEqual(
      Date.parse(ago({ days: -30 })),
    );
  });

  it('proves nothing', () => {
    expect(
      judged([aWaiver({ rule: 'restore/never' })], {
        database: aDatabase(),
        objective: anObjective(),
      }).verdict,
    ).toBe('protected');
    const proven = { ...alone, restores: [aRestore()] };
    expect(
      judged([], { database: proven, objective: anObjective() }).verdict,
    ).toBe('proven');
    expect(judged([aWaiver()], { database: proven }).verdict).toBe('protected');
  });

  it('counts no more from its end on, and says so', () => {
    const { verdict, findings } = judged([
      aWaiver({ until: now.toISOString() }),
    ]);
    expect(verdict).toBe('at-risk');
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'waiver/expired',
        severity: 'warning',
        message:
          'The waiver of placement/single-instance (by user:default/ada) ended on 2026-11-20 12:00 UTC, so that what it accepted counts again. Its reason was: a test system',
      }),
    );
  });

  it('can be stated twice: the later end holds', () => {
    const { verdict, findings } = judged([
      aWaiver({ until: ago({ days: -1 }), reason: 'first' }),
      aWaiver({ until: ago({ days: -9 }), reason: 'second' }),
    ]);
    expect(verdict).toBe('protected');
    expect(findings.flatMap(({ waived }) => waived?.reason ?? [])).toEqual([
      'second',
    ]);
  });

  it.each([
    [
      'nothing to restore from',
      'base-backup/none',
      { recoveryPoints: [], stores: [] },
      'unprotected',
    ],
    [
      'facts that are missing',
      'facts/missing',
      {
        missing: [
          {
            area: 'backups' as const,
            kind: 'Backup.postgresql.cnpg.io',
            reason: 'forbidden' as const,
            message: 'may not be listed',
          },
        ],
      },
      'unknown',
    ],
    [
      'a restore that failed',
      'restore/failed',
      { restores: [aRestore({ state: 'failed', readyAt: undefined })] },
      'at-risk',
    ],
  ])('cannot accept %s', (_, rule, facts, expected) => {
    const { verdict, findings, waivers } = judged([aWaiver({ rule })], {
      database: aDatabase(facts),
      objective: anObjective(),
    });
    expect(verdict).toBe(expected);
    expect(waivers).toMatchObject([{ state: 'refused' }]);
    expect(findings.map(finding => finding.rule)).toContain('waiver/refused');
    expect(findings.filter(({ waived }) => waived)).toEqual([]);
  });

  it('of a rule that is not there accepts nothing, and says so', () => {
    const { findings, waivers } = judged([aWaiver({ rule: 'placement/one' })]);
    expect(waivers).toMatchObject([{ state: 'unknown-rule' }]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'waiver/unknown-rule' }),
    );
  });

  it('waits for what it would accept', () => {
    const { findings, waivers } = judged([
      aWaiver({ rule: 'volume/nearly-full' }),
    ]);
    expect(waivers).toMatchObject([{ state: 'idle' }]);
    expect(findings.filter(({ rule }) => rule.startsWith('waiver/'))).toEqual(
      [],
    );
  });

  it('that cannot be read is a finding with the text', () => {
    const origin = {
      level: 'object' as const,
      reference: alone.id,
      field: 'holdfast.io/waive',
    };
    const { findings } = judged([], {
      waivers: {
        waivers: [],
        problems: [{ origin, value: 'later', message: 'not a waiver.' }],
      },
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'waiver/unreadable',
        message: `holdfast.io/waive of ${alone.id} says "later": not a waiver.`,
      }),
    );
  });

  it('of what manifests predict lifts the prediction', () => {
    const { verdict, predicted } = judged([aWaiver()], { basis: 'declared' });
    expect(verdict).toBe('unknown');
    expect(predicted?.verdict).toBe('protected');
  });
});

describe('waivers, whatever the facts', () => {
  const rankOf = (verdict: string) =>
    verdictOrder.findIndex(candidate => candidate === verdict);
  const waivers = fc.array(
    fc
      .record({
        rule: fc.constantFrom(...builtInRules.map(({ id }) => id)),
        until: fc
          .integer({ min: -5, max: 300 })
          .map(days => ago({ days: -days })),
      })
      .map(aWaiver),
    { maxLength: 8 },
  );

  it('never turn Unprotected or Unknown into anything else, never prove, and change nothing but At risk', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        waivers,
        (database, objective, stated) => {
          const before = assess({ database, objective, now });
          const after = assess({
            database,
            objective,
            now,
            waivers: { waivers: stated, problems: [] },
          });
          const allowed =
            before.verdict === 'at-risk'
              ? ['at-risk', 'protected']
              : [before.verdict];
          expect(allowed).toContain(after.verdict);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never make it greener by time alone', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        waivers,
        arbitraryLater,
        (database, objective, stated, later) => {
          const given = {
            database,
            objective,
            waivers: { waivers: stated, problems: [] },
          };
          const before = assess({ ...given, now });
          const after = assess({ ...given, now: later });
          expect(rankOf(after.verdict)).toBeLessThanOrEqual(
            rankOf(before.verdict),
          );
          const due = Date.parse(before.reassessAt ?? '') || Infinity;
          const allowed =
            later.getTime() < due
              ? [before.verdict]
              : [before.verdict, after.verdict];
          expect(allowed).toContain(after.verdict);
        },
      ),
      { numRuns: 300 },
    );
  });
});
