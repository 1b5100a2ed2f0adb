import {
  assess,
  Assessment,
  Database,
  ObjectiveConfig,
  ObjectReference,
  ObjectiveSource,
} from '@holdfast/plugin-holdfast-common';
import {
  CatalogEntity,
  DescribedInput,
  describeInput,
  Engines,
  factKeyOf,
  KubernetesObject,
  objectiveOf,
  UnreadKind,
  waiversOf,
} from '@holdfast/plugin-holdfast-node';

/**
 * A database with its judgement.
 */
export interface JudgedDatabase {
  database: Database;
  assessment: Assessment;
}

/**
 * Judges every database among the objects of one cluster.
 *
 * @returns the judgements, and the copies that were made for a drill or a restore: they are evidence, and no databases of their own
 */
export function judgeObjects(options: {
  engines: Engines;
  cluster: string;
  objects: Iterable<KubernetesObject>;
  entities: readonly CatalogEntity[];
  complete: boolean;
  readKinds?: Iterable<string>;
  unread: readonly UnreadKind[];
  /** Keys of those databases that are to be judged; all if absent. */
  only?: ReadonlySet<string>;
  onUndescribed?: (object: ObjectReference, error: Error) => void;
  basis?: DescribedInput['basis'];
  now: Date;
  overrides: ObjectiveSource;
  config: ObjectiveConfig;
}): { judged: JudgedDatabase[]; copies: Database[] } {
  const { now, only } = options;
  const described = describeInput(options).filter(
    ({ database }) => !only || only.has(factKeyOf(database.reference)),
  );
  const copies = described.flatMap(({ database }) =>
    database.restoreCopy ? [database] : [],
  );
  const judged = described.flatMap(({ database, basis, rules }) =>
    database.restoreCopy
      ? []
      : [
          {
            database,
            assessment: assess({
              database,
              objective: objectiveOf({ ...options, database }),
              now,
              basis,
              rules,
              waivers: waiversOf({ ...options, database }),
            }),
          },
        ],
  );
  return { judged, copies };
}
