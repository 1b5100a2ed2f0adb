import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  Engines,
  FactKey,
  factKeyOf,
  WatchedResource,
} from '@holdfast/plugin-holdfast-node';
import { FactWriter } from './FactWriter';
import { KnownObjects } from './KnownObjects';
import { projectObject } from './projectObject';
import { metadataOf } from './watchEvents';

interface IntakeOptions {
  cluster: string;
  kind: string;
  resource: WatchedResource;
  engines: Pick<Engines, 'project'>;
  writer: FactWriter;
  logger: LoggerService;
}

/**
 * Takes what the API server tells of the objects of one kind: makes facts of them and hands to the writer what is news.
 */
export class ObjectIntake {
  readonly #options: IntakeOptions;
  readonly #known: KnownObjects;

  /**
   * @param options - `hashes` are those of the facts that are in the database already
   */
  static create(
    options: IntakeOptions & { hashes: Map<FactKey, string> },
  ): ObjectIntake {
    return new ObjectIntake(options, KnownObjects.create(options.hashes));
  }

  private constructor(options: IntakeOptions, known: KnownObjects) {
    this.#options = options;
    this.#known = known;
  }

  /** How many objects there are facts of. */
  get count(): number {
    return this.#known.count;
  }

  /** How many objects no fact could be made of. */
  get brokenCount(): number {
    return this.#known.brokenCount;
  }

  /** Begins to take all objects; one begun before and not completed is forgotten. */
  beginPass(): void {
    this.#known.beginPass();
  }

  /** All objects have been taken: the facts of the others are deleted. */
  completePass(): void {
    for (const key of this.#known.completePass()) {
      this.#options.writer.delete(key);
    }
  }

  /** Not all have been taken: nothing is known of the others. */
  abandonPass(): void {
    this.#known.abandonPass();
  }

  /** An object that is there. One that no sense can be made of keeps the fact that there was of it. */
  take(object: unknown): void {
    const { cluster, engines, resource, writer, logger } = this.#options;
    try {
      const fact = projectObject({ engines, resource, object });
      if (!fact) {
        this.drop(object);
        return;
      }
      const news = this.#known.note(fact.key, fact.hash);
      if (news !== 'same') {
        writer.put({ ...fact, isNew: news === 'new' });
      }
    } catch (error) {
      const key = this.#keyOf(object);
      if (this.#known.noteBroken(key)) {
        logger.warn(
          `Cannot make sense of '${key}' in cluster '${cluster}'`,
          toError(error),
        );
      }
    }
  }

  /** An object that is gone. */
  drop(object: unknown): void {
    const key = this.#keyOf(object);
    if (this.#known.forget(key)) {
      this.#options.writer.delete(key);
    }
  }

  #keyOf(object: unknown): FactKey {
    const { namespace, name } = metadataOf(object);
    return factKeyOf({
      kind: this.#options.kind,
      namespace: typeof namespace === 'string' ? namespace : undefined,
      name: String(name),
    });
  }
}
