import { losesNoCommit } from '../../rpo/attainedRpo';
import { Rule } from '../../Rule';

/** CloudNativePG, `dataDurability: preferred`: commits go on unconfirmed when standbys are away. */
export const replicationNotDurable: Rule = {
  id: 'replication/not-durable',
  title: 'Commits can be lost where none may be',
  description:
    'The objective allows no loss of data with an instance, but commits are acknowledged before a replica has them.',
  judges: 'arrangement',
  evaluate({ database, objective }) {
    const { synchronous, desiredInstances } = database;
    if (objective.rpoSeconds.instance.value > 0) return undefined;
    // A single instance is judged under placement.
    if (desiredInstances && desiredInstances.value <= 1) return undefined;
    if (synchronous && losesNoCommit(synchronous.value)) return undefined;
    const cited = synchronous ?? desiredInstances;
    return {
      rule: this.id,
      severity: 'critical',
      message: `The objective allows no loss of data when an instance is lost, but ${
        synchronous
          ? `synchronous replication is only preferred: commits go on unconfirmed while replicas are away.`
          : 'replication is asynchronous: what replicas have not received yet is lost.'
      }`,
      evidence: cited ? [cited.evidence] : [],
      ceiling: 'at-risk',
      remedy: database.persistence
        ? 'Agree on a loss of some seconds, or keep this data elsewhere: replication of such a server is asynchronous, and waiting for replicas (WAIT) narrows the gap without closing it.'
        : 'Configure synchronous replication with at least one replica and required durability.',
    };
  },
};
