import { StatedWaivers, Waiver } from '../../model';
import { Clock } from '../Clock';
import { Finding } from '../Finding';
import { momentOf } from '../moment';
import { Rule } from '../Rule';
import { describeEnd, describeOrigin, describeWaiver } from './describeWaiver';
import { waiverRules } from './waiverRules';
import { whyNotWaivable, whyNotWaived } from './whyNotWaivable';

/**
 * A waiver, and what became of it. `holds`: findings are accepted by it; `idle`: there is nothing to accept now; `expired`, `refused`,
 * `unknown-rule`: it accepts nothing, as a finding says.
 *
 * @public
 */
export interface JudgedWaiver extends Waiver {
  state: 'holds' | 'idle' | 'expired' | 'refused' | 'unknown-rule';
}

/**
 * Marks the findings that are accepted, and says of every waiver that accepts nothing why.
 *
 * @param options - `clock` is the time outside: a waiver ends whether or not contact to the cluster is lost
 */
export function applyWaivers(options: {
  findings: readonly Finding[];
  stated: StatedWaivers;
  rules: readonly Rule[];
  clock: Clock;
}): { findings: Finding[]; waivers: JudgedWaiver[] } {
  const { findings, stated, rules, clock } = options;
  const waivers: JudgedWaiver[] = [];
  const complaints: Finding[] = stated.problems.map(
    ({ origin, value, message }) => ({
      rule: waiverRules.unreadable.id,
      severity: 'warning',
      message: `${describeOrigin(origin)} says "${value}": ${message}`,
      evidence: [],
      remedy: 'Correct it where it is stated.',
    }),
  );
  const accepted = new Map<Finding, Waiver>();

  for (const waiver of stated.waivers) {
    const found = findings.filter(({ rule }) => rule === waiver.rule);
    const rule = rules.find(({ id }) => id === waiver.rule);
    if (!rule && !found.length && !isMadeByOne(waiver.rule, rules)) {
      waivers.push({ ...waiver, state: 'unknown-rule' });
      complaints.push(unknownRule(waiver));
      continue;
    }
    if (clock.hasPassed(momentOf(waiver.until) ?? NaN)) {
      waivers.push({ ...waiver, state: 'expired' });
      complaints.push(expired(waiver, found.length > 0));
      continue;
    }
    const never = whyNotWaivable(rule ?? { id: waiver.rule });
    const reason =
      never ?? found.map(whyNotWaived).find(why => why !== undefined);
    for (const finding of found) {
      if (never ?? whyNotWaived(finding)) continue;
      const other = accepted.get(finding);
      if (!other || waiver.until > other.until) accepted.set(finding, waiver);
    }
    if (reason !== undefined) {
      waivers.push({ ...waiver, state: 'refused' });
      complaints.push(refused(waiver, reason));
    } else {
      waivers.push({ ...waiver, state: found.length ? 'holds' : 'idle' });
    }
  }
  return {
    findings: [
      ...findings.map(finding => markAccepted(finding, accepted.get(finding))),
      ...complaints,
    ],
    waivers,
  };
}

/** A rule may speak of several things, each under a name of its own below its id. */
function isMadeByOne(name: string, rules: readonly Rule[]): boolean {
  return rules.some(({ id }) => name.startsWith(`${id}/`));
}

function markAccepted(finding: Finding, waiver: Waiver | undefined): Finding {
  if (!waiver) return finding;
  const { id, reason, until, by, origin } = waiver;
  return {
    ...finding,
    waived: {
      ...(id !== undefined && { id }),
      reason,
      until,
      ...(by !== undefined && { by }),
      origin,
    },
  };
}

function expired(waiver: Waiver, counts: boolean): Finding {
  return {
    rule: waiverRules.expired.id,
    severity: counts ? 'warning' : 'info',
    message: `${describeWaiver(waiver)} ended on ${describeEnd(waiver)}, ${
      counts
        ? 'so that what it accepted counts again'
        : 'and there is nothing left to accept'
    }. Its reason was: ${waiver.reason}`,
    evidence: [],
    remedy: counts
      ? 'Mend what was accepted, or accept it anew with a reason that holds today; then take the old waiver away.'
      : 'Take the waiver away.',
  };
}

function refused(waiver: Waiver, reason: string): Finding {
  return {
    rule: waiverRules.refused.id,
    severity: 'warning',
    message: `${describeWaiver(
      waiver,
    )} cannot hold: ${reason}. The finding counts as it is.`,
    evidence: [],
    remedy: 'Mend what was found, and take the waiver away.',
  };
}

function unknownRule(waiver: Waiver): Finding {
  return {
    rule: waiverRules.unknownRule.id,
    severity: 'warning',
    message: `${describeWaiver(
      waiver,
    )} accepts nothing: there is no rule of that name.`,
    evidence: [],
    remedy: 'Name a rule as a finding shows it, or take the waiver away.',
  };
}
