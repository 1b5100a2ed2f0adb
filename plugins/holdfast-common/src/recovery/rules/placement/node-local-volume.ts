import { Rule } from '../../Rule';

/** A local or host path volume is a directory of one node. */
export const nodeLocalVolume: Rule = {
  id: 'placement/node-local-volume',
  title: 'Data on a volume of one node',
  description:
    'The data lies on a volume that is part of a node: it is gone with the node and cannot be attached to another.',
  judges: 'facts',
  evaluate({ database, survivors }) {
    const local = database.volumes.find(
      ({ role, nodeLocal }) => role !== 'other' && nodeLocal?.value === true,
    );
    const { unclaimed } = database;
    const isDirectory = unclaimed?.value === 'node';
    const told = isDirectory ? unclaimed : local?.nodeLocal;
    if (!told) return undefined;
    const alone = survivors.node.replica !== true;
    return {
      rule: this.id,
      severity: alone ? 'warning' : 'info',
      message: `${
        isDirectory
          ? 'The data lies in a directory of its node and is'
          : `The volume ${local?.claim.name} is part of its node and`
      } gone with it. ${
        alone
          ? 'No replica is known to be ready elsewhere: the loss of the node means a restore from the store.'
          : 'A replica is ready elsewhere.'
      }`,
      evidence: [told.evidence],
      remedy: alone
        ? 'Use a storage class whose volumes can be attached to another node, or run a replica on another node.'
        : 'Keep replicas on other nodes.',
    };
  },
};
