import { momentOf } from '../../moment';
import { describeMoment } from '../../describe';
import { Rule } from '../../Rule';
import { formatDuration } from '../../../quantity';

/** Facts are trusted for as long as the objective lets data be missing, and never for less than an upgrade of an API server takes. */
export const contactLost: Rule = {
  id: 'facts/contact-lost',
  title: 'Cluster cannot be reached',
  description:
    'The cluster cannot be reached. The verdict is that of the last contact, and Unknown once that is older than the larger of the RPO and 10 min.',
  judges: 'facts',
  evaluate({ contact, wallClock, objective, assumptions, database }) {
    if (contact.state !== 'lost') return undefined;
    const trusted = Math.max(
      objective.rpoSeconds.data.value,
      assumptions.contactGraceSeconds,
    );
    const since = momentOf(contact.since);
    const stale =
      since === undefined || wallClock.hasPassed(since + trusted * 1000);
    const { cluster } = database.reference;
    const lost = `Contact to ${cluster} was lost${
      since === undefined ? '' : ` on ${describeMoment(since)}`
    } (${contact.reason})`;
    const remedy = `Restore the connection to ${cluster}.`;
    return stale
      ? {
          rule: this.id,
          severity: 'warning',
          message: `${lost}, longer ago than its facts are trusted (${formatDuration(
            trusted,
          )}).`,
          evidence: [],
          ceiling: 'unknown',
          remedy,
        }
      : {
          rule: this.id,
          severity: 'info',
          message: `${lost}. The verdict is that of then, until the facts are ${formatDuration(
            trusted,
          )} old.`,
          evidence: [],
          remedy,
        };
  },
};
