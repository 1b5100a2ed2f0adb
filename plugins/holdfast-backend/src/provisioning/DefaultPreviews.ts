import { InputError } from '@backstage/errors';
import {
  ObjectiveConfig,
  PostgresqlInputs,
  postgresqlTiers,
  Preview,
  PreviewRequest,
  PriceBook,
  Provisioning,
  ProvisioningContext,
  ProvisioningQuota,
  resolveObjective,
  Rule,
  TierPreview,
} from '@holdfast/plugin-holdfast-common';
import {
  collectManifests,
  Engines,
  judgeDeclared,
  JudgedDeclaration,
  objectiveOf,
} from '@holdfast/plugin-holdfast-node';
import { ClusterOffers } from './ClusterOffers';
import { InvalidInputsError } from './InvalidInputsError';
import { objectiveOverrides } from './objectiveOverrides';
import { PreviewContext, previewPostgresql } from './previewPostgresql';
import { Previews } from './Previews';
import { storageClassChoice } from './storageClassChoice';
import { TakenNames } from './TakenNames';

/**
 * Previews by the engines, rules, tiers and prices of this backend. It checks no permissions, and keeps nothing.
 */
export class DefaultPreviews implements Previews {
  readonly #options: Parameters<typeof DefaultPreviews.create>[0];

  static create(options: {
    engines: Engines;
    rules: readonly Rule[];
    objectives: ObjectiveConfig;
    prices: PriceBook;
    quota: ProvisioningQuota;
    clusters: Pick<ClusterOffers, 'list'>;
    takenNames: Pick<TakenNames, 'find'>;
  }): DefaultPreviews {
    return new DefaultPreviews(options);
  }

  private constructor(options: Parameters<typeof DefaultPreviews.create>[0]) {
    this.#options = options;
  }

  async getProvisioning(): Promise<Provisioning> {
    const { prices, quota, objectives } = this.#options;
    const clusters = await this.#options.clusters.list();
    const now = new Date();
    return {
      clusters: clusters.map(cluster => ({
        ...cluster,
        storageClasses: cluster.storageClasses.map(storageClass =>
          storageClassChoice({ storageClass, cluster, prices, now }),
        ),
      })),
      tiers: postgresqlTiers.map(tier => {
        const { rpoSeconds, rtoSeconds, retentionSeconds } = resolveObjective({
          entity: [{ reference: 'template', annotations: { tier } }],
          config: objectives,
        });
        const strictest = (values: Record<string, { value: number }>) =>
          Math.min(...Object.values(values).map(({ value }) => value));
        return {
          name: tier,
          rpoSeconds: strictest(rpoSeconds),
          rtoSeconds: strictest(rtoSeconds),
          retentionSeconds: retentionSeconds.value,
        };
      }),
      quota,
      currency: prices.currency,
    };
  }

  async create(request: PreviewRequest): Promise<Preview> {
    const { inputs, manifests } = request;
    if ((inputs === undefined) === (manifests === undefined)) {
      throw new InputError(
        `A preview is of inputs or of manifests, and the request has ${
          inputs ? 'both' : 'neither'
        }`,
      );
    }
    return inputs
      ? await this.#previewInputs(inputs, request)
      : this.#previewManifests(manifests ?? [], request);
  }

  async #previewInputs(
    inputs: PostgresqlInputs,
    request: PreviewRequest,
  ): Promise<Preview> {
    const { quota, objectives, takenNames } = this.#options;
    const clusters = await this.#options.clusters.list();
    const context: PreviewContext = {
      ...this.#options,
      clusters,
      place: request.place,
      overrides: objectiveOverrides(request.objective, objectives),
      now: new Date(),
    };
    const held: ProvisioningContext = {
      quota,
      clusters,
      now: context.now.getTime(),
    };
    const preview = previewPostgresql(inputs, context, held);
    if (!request.nameMayBeTaken) {
      const taken = await takenNames.find(preview.judged.database.reference);
      // Once more, so that the problem is told in the same words as in a form.
      if (taken.length) previewPostgresql(inputs, context, { ...held, taken });
    }
    const { choices, judged, place, cost } = preview;
    return {
      databases: [described(judged)],
      choices,
      place,
      cost,
      ...(request.compareTiers && {
        tiers: postgresqlTiers.map(tier =>
          previewTier({ ...inputs, tier }, context, held),
        ),
      }),
      errors: [],
    };
  }

  #previewManifests(
    manifests: NonNullable<PreviewRequest['manifests']>,
    request: PreviewRequest,
  ): Preview {
    const { engines, rules, objectives: config } = this.#options;
    const { cluster = 'preview', complete = true } = request;
    const overrides = objectiveOverrides(request.objective, config);
    const collected = collectManifests({
      engines,
      manifests: manifests.map(({ file, text }, index) => ({
        file: file ?? `manifest ${index + 1}`,
        text,
      })),
    });
    const { objects, entities, problems, unread, listedKinds } = collected;
    const judged = judgeDeclared({
      engines,
      rules,
      cluster,
      objects: Array.from(objects.values(), ({ object }) => object),
      readKinds: listedKinds,
      unread,
      complete: complete && !problems.some(({ hidesObjects }) => hidesObjects),
      objectiveOf: database =>
        objectiveOf({ database, entities, overrides, config }),
      now: new Date(),
    });
    return {
      databases: judged.map(described),
      errors: problems.map(({ hidesObjects: _, ...problem }) => problem),
    };
  }
}

function described({
  database,
  objective,
  predicted,
  findings,
}: JudgedDeclaration) {
  const { reference, engine } = database;
  return { reference, engine, predicted, objective, findings };
}

function previewTier(
  inputs: PostgresqlInputs,
  context: PreviewContext,
  held: ProvisioningContext,
): TierPreview {
  const { tier } = inputs;
  try {
    const { judged, cost } = previewPostgresql(inputs, context, held);
    const { predicted, objective } = judged;
    const { currency, total, complete } = cost;
    return { tier, predicted, objective, cost: { currency, total, complete } };
  } catch (error) {
    if (!(error instanceof InvalidInputsError)) throw error;
    const objective = resolveObjective({
      entity: [{ reference: inputs.name, annotations: { tier } }],
      config: context.objectives,
    });
    return { tier, objective, problems: [...error.problems] };
  }
}
