import { InputError, isError } from '@backstage/errors';
import {
  CallOptions,
  decommissionCost,
  HoldfastClient,
  PostgresqlChoices,
  PostgresqlInputs,
  VolumeFate,
} from '@holdfast/plugin-holdfast-common';
import { DecommissionStory } from '../words/describeDecommission';
import { refusalOf } from '../words/refusalOf';

/** What the database costs now, asleep and when it is gone, and what becomes of its volumes. */
export async function priceDecommission(
  client: Pick<HoldfastClient, 'createPreview' | 'getProvisioning'>,
  inputs: PostgresqlInputs,
  choices: PostgresqlChoices,
  callOptions: CallOptions,
): Promise<Pick<DecommissionStory, 'cost' | 'costProblem' | 'fates'>> {
  const { clusters } = await client
    .getProvisioning(callOptions)
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  const fateIn = (name: string | undefined): VolumeFate => {
    const classes =
      clusters.find(cluster => cluster.name === name)?.storageClasses ?? [];
    const found = choices.storageClass
      ? classes.find(one => one.name === choices.storageClass)
      : classes.find(({ isDefault }) => isDefault);
    if (found?.reclaimPolicy === 'Delete') return 'deleted';
    return found?.reclaimPolicy === 'Retain' ? 'kept' : 'unknown';
  };
  const fates = {
    volumes: fateIn(choices.cluster),
    secondVolumes: fateIn(choices.secondCluster),
  };
  try {
    const { cost } = await client.createPreview(
      { inputs, nameMayBeTaken: true },
      callOptions,
    );
    return cost ? { cost: decommissionCost(cost, fates), fates } : { fates };
  } catch (error) {
    // Answers that were sound once may be above a quota by now: no reason to keep a database.
    const refusal = refusalOf(error);
    if (!isError(refusal) || refusal.name !== InputError.name) throw refusal;
    return { costProblem: refusal.message, fates };
  }
}
