import { Database, Disruption, Objective, StatedWaivers } from '../model';
import { asItWouldRun } from './asItWouldRun';
import { Assessment, AttainedRpo, AttainedRto, Contact } from './Assessment';
import { Assumptions, defaultAssumptions } from './Assumptions';
import { archivingProgress } from './backups/archivingProgress';
import { withoutBeside } from './backups/beside';
import { diskContentOf } from './backups/diskContent';
import { recoveryWindow } from './backups/recoveryWindow';
import { standingOrders } from './backups/standingOrders';
import { usableBackups } from './backups/usableBackups';
import { Clock } from './Clock';
import { checkCopies } from './copies/checkCopies';
import { compareFindings, Finding } from './Finding';
import { momentOf } from './moment';
import { attainedRpo } from './rpo/attainedRpo';
import { attainedRto } from './rto/attainedRto';
import { Rule, RuleContext } from './Rule';
import { builtInRules } from './rules';
import { scoreOf } from './score/scoreOf';
import { survivorsOf } from './survivors/survivorsOf';
import { lowestVerdict } from './Verdict';
import { applyWaivers } from './waivers/applyWaivers';

/**
 * @public
 */
export interface AssessOptions {
  database: Database;
  objective: Objective;
  now: Date;
  /** `declared` for facts that come from manifests, a form or a rendered repository. Default: `observed`. */
  basis?: 'observed' | 'declared';
  /** Whether the cluster of the database can be reached. Default: it can. */
  contact?: Contact;
  /** Default: {@link builtInRules}. */
  rules?: readonly Rule[];
  /** Default: {@link defaultAssumptions}. */
  assumptions?: Assumptions;
  /** What somebody accepts, as `resolveWaivers` gathers it. Default: nothing. */
  waivers?: StatedWaivers;
}

/**
 * Judges whether a database could be brought back.
 *
 * @remarks
 * Pure, and total: facts of any shape get an answer. A rule that cannot read them leaves the verdict Unknown and says so. The verdict is
 * the lowest ceiling of all findings; without any it is Proven.
 *
 * @public
 */
export function assess(options: AssessOptions): Assessment {
  const { database, objective, now, basis = 'observed' } = options;
  const { contact = { state: 'live' }, rules = builtInRules } = options;
  const { assumptions = defaultAssumptions } = options;

  const wallClock = new Clock(now.getTime());
  const staleSince =
    contact.state === 'lost' ? momentOf(contact.since) : undefined;
  const clock = staleSince === undefined ? wallClock : new Clock(staleSince);

  let findings: Finding[] = [];
  let derived: ReturnType<typeof deriveFacts> | undefined;
  try {
    const judged =
      basis === 'declared' ? asItWouldRun(database, clock) : database;
    derived = deriveFacts({ database: judged, clock, assumptions });
  } catch (error) {
    findings.push(unreadableFacts('facts/unreadable', error));
  }
  let context: RuleContext | undefined;
  if (derived) {
    context = {
      objective,
      basis,
      clock,
      wallClock,
      contact,
      assumptions,
      ...derived,
    };
    for (const rule of rules) {
      if (basis === 'declared' && rule.judges !== 'arrangement') continue;
      try {
        const found = rule.evaluate(context);
        if (Array.isArray(found)) findings.push(...found);
        else if (found) findings.push(found);
      } catch (error) {
        findings.push(unreadableFacts(rule.id, error));
      }
    }
  }
  const accepted =
    options.waivers &&
    applyWaivers({
      findings,
      stated: options.waivers,
      rules,
      clock: wallClock,
    });
  findings = (accepted?.findings ?? findings).sort(compareFindings);

  const verdict = lowestVerdict(findings);
  const rpo = derived?.rpo ?? forEach<AttainedRpo>({ evidence: [] });
  const rto =
    derived?.rto ?? forEach<AttainedRto>({ inputs: [], evidence: [] });
  const assessment: Assessment = {
    verdict,
    basis,
    objective,
    rpo,
    rto,
    findings,
    assessedAt: now.toISOString(),
  };
  if (accepted?.waivers.length) assessment.waivers = accepted.waivers;
  if (derived?.window) assessment.window = derived.window;
  if (context) Object.assign(assessment, measureUp(context, findings));
  if (contact.state === 'lost') assessment.staleSince = contact.since;
  const { reassessAt } = wallClock;
  if (reassessAt !== undefined) assessment.reassessAt = reassessAt;
  if (basis === 'declared') foretell(assessment);
  if (objective?.exempt) {
    assessment.verdict = 'exempt';
    // What bears on recovery is not asked of it.
    assessment.findings = findings.filter(({ ceiling }) => !ceiling);
  }
  return assessment;
}

/** Nothing where there is nothing to measure: what is exempt, only declared, or known by facts that nobody trusts. */
function measureUp(
  context: RuleContext,
  findings: readonly Finding[],
): Pick<Assessment, 'score' | 'copyChecks'> {
  const untrusted = findings.some(
    ({ rule, ceiling }) =>
      ceiling === 'unknown' &&
      rule.startsWith('facts/') &&
      rule !== 'facts/missing',
  );
  const { basis, objective } = context;
  if (basis === 'declared' || objective?.exempt || untrusted) return {};
  try {
    const copyChecks = checkCopies(context);
    return { score: scoreOf({ ...context, findings, copyChecks }), copyChecks };
  } catch {
    // Facts that have no shape were said to be unreadable by a rule; they get no points either.
    return {};
  }
}

/** Manifests attain nothing: what was worked out is what they would. */
function foretell(assessment: Assessment): void {
  const { verdict, rpo, rto } = assessment;
  assessment.predicted = {
    verdict: verdict === 'proven' ? 'protected' : verdict,
    rpo,
    rto,
  };
  assessment.verdict = verdict === 'unprotected' ? verdict : 'unknown';
  assessment.rpo = forEach<AttainedRpo>({ evidence: [] });
  assessment.rto = forEach<AttainedRto>({ inputs: [], evidence: [] });
  delete assessment.window;
  delete assessment.reassessAt;
}

function deriveFacts(options: {
  database: Database;
  clock: Clock;
  assumptions: Assumptions;
}) {
  const { clock, assumptions } = options;
  const { database, usable } = whatCounts(options.database, clock);
  const archiving = archivingProgress({
    archiving: database.archiving,
    clock,
    assumptions,
  });
  const orders = standingOrders(database);
  const survivors = {
    node: survivorsOf({ database, lost: 'node' }),
    zone: survivorsOf({ database, lost: 'zone' }),
  };
  const disk = diskContentOf({ ...options, database });
  const known = { ...options, database, usable, archiving, survivors, disk };
  const rpo = attainedRpo(known);
  const rto = attainedRto(known);
  const window = recoveryWindow({ usable, archiving, rpo: rpo.data });
  return {
    database,
    usable,
    archiving,
    disk,
    orders,
    survivors,
    rpo,
    rto,
    window,
  };
}

/** What is done beside a database's own backups counts where those bring nothing back. */
function whatCounts(database: Database, clock: Clock) {
  const own = withoutBeside(database);
  const usable = own && usableBackups({ database: own, clock });
  return own && usable?.points.length
    ? { database: own, usable }
    : { database, usable: usableBackups({ database, clock }) };
}

function unreadableFacts(rule: string, error: unknown): Finding {
  return {
    rule,
    severity: 'warning',
    message: `The facts have a shape that cannot be judged: ${
      error instanceof Error ? error.message : 'unknown error'
    }`,
    evidence: [],
    ceiling: 'unknown',
    remedy:
      'Report this with the object as `kubectl get -o json` shows it: whatever an object looks like, it should be read.',
  };
}

function forEach<T>(attained: T): Record<Disruption, T> {
  return {
    instance: attained,
    zone: attained,
    region: attained,
    data: attained,
  };
}
