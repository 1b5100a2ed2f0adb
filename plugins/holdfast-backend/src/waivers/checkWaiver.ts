import { InputError } from '@backstage/errors';
import {
  endOfWaiver,
  Finding,
  Rule,
  ruleDescriptions,
  WaiverRequest,
  whyNotWaivable,
  whyNotWaived,
} from '@holdfast/plugin-holdfast-common';

/** What ends a line, or shows a text otherwise than it is written: Unicode Standard Annex #9, "Explicit Directional Formatting". */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/**
 * A waiver that can be kept, with its end in ms since 1970.
 *
 * @throws InputError that names the field, its value and what would be right
 */
export function checkWaiver(
  request: WaiverRequest,
  options: {
    rules: readonly Rule[];
    /** Of the database, as it was judged last. */
    findings: readonly Finding[];
    now: number;
  },
): { rule: string; reason: string; until: number } {
  const { rules, findings, now } = options;
  const { rule } = request;
  const found = findings.filter(finding => finding.rule === rule);
  const known = ruleDescriptions(rules).find(({ id }) => id === rule);
  if (!known && !found.length) {
    throw new InputError(
      `rule is '${rule}', which is no rule; it has to be the id of one, as GET /rules lists them`,
    );
  }
  const why =
    whyNotWaivable(rules.find(({ id }) => id === rule) ?? { id: rule }) ??
    found.map(whyNotWaived).find(reason => reason !== undefined);
  if (why) {
    throw new InputError(`rule is '${rule}', which cannot be waived: ${why}`);
  }

  const reason = request.reason.trim();
  if (!/[\p{L}\p{N}]/u.test(reason) || unseen.test(reason)) {
    throw new InputError(
      `reason is ${JSON.stringify(
        request.reason.slice(0, 80),
      )}; it has to be a sentence in one line that says why the risk is taken`,
    );
  }
  const until = endOfWaiver(request.until);
  if (until === undefined) {
    throw new InputError(
      `until is '${request.until}', which is no day of the calendar; write for example '2027-01-31' or '2027-01-31T12:00:00Z'`,
    );
  }
  if (until <= now) {
    throw new InputError(
      `until is '${request.until}', which is over; a waiver ends in the future`,
    );
  }
  return { rule, reason, until };
}
