import { Rule } from '../../Rule';

/** A verdict is about one server. Another one in the same pod must not pass for it. */
export const severalServers: Rule = {
  id: 'placement/several-servers',
  title: 'Several servers in one pod',
  description:
    'Pods run more than one database server. The first is judged; whether the others could be brought back is not told.',
  judges: 'arrangement',
  evaluate({ database: { otherServers, engine, reference } }) {
    if (!otherServers) return undefined;
    const [kind] = reference.kind.split('.');
    return {
      rule: this.id,
      severity: 'warning',
      message: `The pods of ${kind} ${reference.name} run other servers beside this ${engine}: ${otherServers.value}. Nothing here is about these.`,
      evidence: [otherServers.evidence],
      remedy: 'Give each server a workload of its own.',
    };
  },
};
