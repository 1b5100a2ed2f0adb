import {
  Engines,
  factKeyOf,
  qualifiedKind,
  resourcesByKind,
  UnreadKind,
} from '../engine';
import { CatalogEntity, ObjectPlace, PlacedObject } from './InputObjects';
import { InputDocument } from './InputDocument';
import { ReadingNotice, ReadingProblem } from './ReadingProblem';
import { ReadValue, readValue } from './readValue';

/**
 * Gathers the objects of an input, each once, those that occur again beside them, and what is wrong with it.
 *
 * @public
 */
export class ObjectCollector {
  readonly #objects = new Map<string, PlacedObject>();
  readonly #resourceOf: ReturnType<typeof resourcesByKind>;
  readonly #databaseKinds: ReadonlySet<string>;
  readonly #namespace?: string;
  readonly entities: CatalogEntity[] = [];
  readonly problems: ReadingProblem[] = [];
  readonly notices: ReadingNotice[] = [];
  /** Objects whose key was taken by another one that differs, in the order of the input. */
  readonly repeated: PlacedObject[] = [];
  /** Kinds, with group, of which there was a list, empty or not. */
  readonly listedKinds = new Set<string>();
  /** Kinds of which an object is there and cannot be read. A database that is broken takes nothing from the others. */
  readonly unread: UnreadKind[] = [];

  static create(options: {
    engines: Pick<Engines, 'resources' | 'databaseKinds'>;
    /** The namespace of objects that name none. */
    namespace?: string;
  }): ObjectCollector {
    return new ObjectCollector(options);
  }

  private constructor(options: Parameters<typeof ObjectCollector.create>[0]) {
    this.#resourceOf = resourcesByKind(options.engines);
    this.#databaseKinds = new Set(options.engines.databaseKinds);
    this.#namespace = options.namespace;
  }

  /** By key. */
  get objects(): ReadonlyMap<string, PlacedObject> {
    return this.#objects;
  }

  /** Takes in a document of a file. */
  add(options: {
    file: string;
    document: InputDocument;
    /** Somebody named the file, so that it is meant to be Kubernetes. */
    named: boolean;
  }): void {
    const { file, document, named } = options;
    for (const read of readValue({
      value: document.value,
      resourceOf: this.#resourceOf,
      namespace: this.#namespace,
    })) {
      const lineOf: ObjectPlace['lineOf'] = path =>
        read.path.length + path.length
          ? document.lineOf([...read.path, ...path])
          : document.line;
      this.#take(read, { file, named, lineOf });
    }
  }

  #take(
    read: ReadValue,
    {
      file,
      named,
      lineOf,
    }: Pick<ObjectPlace, 'file' | 'lineOf'> & { named: boolean },
  ): void {
    switch (read.type) {
      case 'entity':
        this.entities.push(read.entity);
        break;
      case 'listed':
        this.listedKinds.add(qualifiedKind(read.resource));
        break;
      case 'foreign': {
        const message = `is ${read.purpose}, and passed over`;
        const line = lineOf([]);
        if (named) {
          this.problems.push({
            file,
            line,
            message: `is no Kubernetes object but ${read.purpose}`,
            hidesObjects: false,
          });
        } else {
          this.notices.push({ file, line, message });
        }
        break;
      }
      case 'broken': {
        const line = lineOf([]);
        this.problems.push({
          file,
          line,
          message: read.message,
          hidesObjects: read.kind !== undefined,
        });
        const { kind, namespace } = read;
        if (kind !== undefined && !this.#databaseKinds.has(kind)) {
          this.unread.push({
            kind,
            ...(namespace !== undefined && { namespace }),
            reason: 'failed',
            message: `${file}:${line} ${read.message}`,
          });
        }
        break;
      }
      case 'object': {
        const kind = qualifiedKind(read.resource);
        const { object } = read;
        const { namespace, name } = object.metadata;
        const key = factKeyOf({ kind, namespace, name });
        const place = { file, lineOf };
        const former = this.#objects.get(key);
        if (former) this.#repeat(former, { object, kind, place });
        else this.#objects.set(key, { object, kind, place });
        break;
      }
      default:
    }
  }

  /** Two dumps of one cluster may overlap; of two manifests of one name, which of them holds is anybody's guess. */
  #repeat(first: PlacedObject, second: PlacedObject): void {
    const { uid, resourceVersion, namespace, name } = second.object.metadata;
    const former = first.object.metadata;
    if (
      uid !== undefined &&
      resourceVersion !== undefined &&
      uid === former.uid &&
      resourceVersion === former.resourceVersion
    ) {
      return;
    }
    this.repeated.push(second);
    const { file, lineOf } = second.place;
    this.problems.push({
      file,
      line: lineOf([]),
      message: `${second.object.kind} ${
        namespace ? `${namespace}/` : ''
      }${name} occurs again, after ${first.place.file}:${first.place.lineOf(
        [],
      )}: ${
        this.#databaseKinds.has(second.kind)
          ? 'both are judged, this one with what stands in its own file'
          : 'this one counts for what occurs again in its own file'
      }`,
      hidesObjects: false,
    });
  }
}
