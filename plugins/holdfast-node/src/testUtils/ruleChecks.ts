import {
  assess,
  Assessment,
  Database,
  Evidence,
  Finding,
  Objective,
  resolveObjective,
  Rule,
  verdictOrder,
} from '@holdfast/plugin-holdfast-common';
import { failures } from './failures';
import { deepFreeze } from './mutations';
import { poorerFacts } from './poorerFacts';

/**
 * A database, and whether the rule has to find something about it.
 *
 * @public
 */
export interface RuleContractSample {
  title: string;
  /** As an engine describes it: `describeDatabases` makes one from the objects of a cluster. */
  database: Database;
  finds: boolean;
  /** Default: what the annotations of the database say, and the default tier. */
  objective?: Objective;
  /** Default: 20 November 2026, noon in UTC. */
  now?: Date;
}

/** A sample with everything that it may leave out. */
export type FilledSample = Required<RuleContractSample>;

type Check = (rule: Rule, sample: FilledSample) => string[];

const severities = ['critical', 'warning', 'info'];
const ceilings = [undefined, 'unprotected', 'unknown', 'at-risk', 'protected'];
const dayMs = 86_400_000;

/**
 * What is wrong with a rule as one sample shows it, by what it has to do.
 */
export const ruleChecks: Readonly<Record<string, Check>> = {
  'finds what it should': (rule, sample) => {
    const { findings } = judge(rule, sample);
    return findings.length > 0 === sample.finds
      ? []
      : [`found ${findings.length}`];
  },

  'is pure': (rule, sample) => {
    const frozen = deepFreeze(structuredClone(sample));
    const answers = [frozen, frozen, sample].map(each =>
      JSON.stringify(judge(rule, each)),
    );
    return new Set(answers).size === 1 ? [] : ['another answer each time'];
  },

  'says what can be looked up': (rule, sample) =>
    judge(rule, sample).findings.flatMap(problemsOf(rule)),

  'does with less': (rule, sample) => {
    const problems: string[] = [];
    for (const { change, database } of poorerFacts(sample.database)) {
      for (const basis of ['observed', 'declared'] as const) {
        const { errors, findings } = judge(rule, {
          ...sample,
          database,
          basis,
        });
        const found = [
          ...errors.map(String),
          ...findings.flatMap(problemsOf(rule)),
        ];
        problems.push(...found.map(problem => `${change}: ${problem}`));
      }
    }
    return problems;
  },

  'is never made greener by failures': (rule, sample) => {
    const before = greenOf(judge(rule, sample).assessment);
    return Object.entries(failures).flatMap(([name, fail]) => {
      const database = fail(sample.database, sample);
      const after = judge(rule, { ...sample, database });
      return greenOf(after.assessment) > before ? [name] : [];
    });
  },

  'changes with time only when it says so, and never for the greener': (
    rule,
    sample,
  ) => {
    const before = judge(rule, sample);
    const due = Date.parse(before.assessment.reassessAt ?? '') || Infinity;
    const essence = JSON.stringify(before.findings.map(essenceOf));
    return [0.001, 0.1, 1, 8, 40, 400].flatMap(days => {
      const now = new Date(sample.now.getTime() + days * dayMs);
      const after = judge(rule, { ...sample, now });
      const changed = JSON.stringify(after.findings.map(essenceOf)) !== essence;
      return [
        ...(greenOf(after.assessment) > greenOf(before.assessment)
          ? [`greener after ${days} d`]
          : []),
        ...(changed && now.getTime() < due
          ? [`other after ${days} d, unannounced: ask the clock of the context`]
          : []),
      ];
    });
  },
};

export function filledIn(sample: RuleContractSample): FilledSample {
  const { id, annotations } = sample.database;
  return {
    now: new Date('2026-11-20T12:00:00Z'),
    objective: resolveObjective({ entity: [{ reference: id, annotations }] }),
    ...sample,
  };
}

/** The verdict by this rule alone, what it found, and what it threw: `assess` would take that for facts that cannot be read. */
function judge(
  rule: Rule,
  sample: FilledSample & { basis?: 'observed' | 'declared' },
): { assessment: Assessment; findings: Finding[]; errors: unknown[] } {
  const { database, objective, now, basis } = sample;
  const findings: Finding[] = [];
  const errors: unknown[] = [];
  const { id, title, description, judges } = rule;
  const watched: Rule = {
    id,
    title,
    description,
    judges,
    evaluate(context) {
      try {
        const found = [rule.evaluate(context) ?? []].flat();
        findings.push(...found);
        return found;
      } catch (error) {
        errors.push(error);
        return undefined;
      }
    },
  };
  const assessment = assess({
    database,
    objective,
    now,
    basis,
    rules: [watched],
  });
  return { assessment, findings, errors };
}

/** What is wrong with a finding, whatever it is about. */
function problemsOf({ id }: Rule): (finding: Finding) => string[] {
  return finding => {
    const { rule, severity, message, ceiling, evidence, remedy } = finding;
    const told = `"${message}"`;
    return [
      ...(rule === id ? [] : [`${told} is of rule ${rule}`]),
      ...(severities.includes(severity)
        ? []
        : [`${told} has the severity ${severity}`]),
      ...(ceilings.includes(ceiling)
        ? []
        : [`${told} has the ceiling ${ceiling}`]),
      ...(/^\S.*[.!?]$/.test(message) ? [] : [`${told} is no sentence`]),
      ...(remedy === undefined || /^\S.*\.$/.test(remedy)
        ? []
        : [`${told} has a remedy that is no sentence`]),
      ...(evidence.length > 0 ? [] : [`${told} has no evidence`]),
      ...evidence.filter(isVague).map(() => `${told} has vague evidence`),
    ];
  };
}

function isVague({ object, field }: Evidence): boolean {
  return !object?.cluster || !object.kind || !object.name || !field;
}

function essenceOf({ rule, severity, ceiling }: Finding) {
  return { rule, severity, ceiling };
}

/** Zero unless it is Protected or Proven. */
function greenOf({ verdict }: Assessment): number {
  const rank = verdictOrder.findIndex(candidate => candidate === verdict);
  return Math.max(0, rank - verdictOrder.indexOf('at-risk'));
}
