import { findNodeAtLocation, Node, parseTree } from 'jsonc-parser';
import { JsonPath } from '../engine';
import { JsonScan } from './scanJson';

/**
 * Finds where in a JSON text values stand. Few are asked for, and a tree is some ten times as large as its text: so one is made of the item that
 * is asked about, and goes when memory is short.
 */
export class JsonPlaces {
  readonly #text: string;
  readonly #items: readonly number[];
  #whole: WeakRef<Node> | undefined;
  readonly #trees = new Map<number, WeakRef<Node>>();

  /** @param text - one value */
  constructor(text: string, { items = [] }: Pick<JsonScan, 'items'>) {
    this.#text = text;
    this.#items = items;
  }

  /** Of the value that a path leads to, or of the nearest one around it. */
  offsetOf(path: JsonPath): number {
    const [field, index, ...rest] = path;
    const start =
      field === 'items' && typeof index === 'number'
        ? this.#items[2 * index]
        : undefined;
    return typeof index === 'number' && start !== undefined
      ? start + offsetIn(this.#treeOfItem(index), rest)
      : offsetIn(this.#treeOfAll(), path);
  }

  #treeOfItem(index: number): Node | undefined {
    const kept = this.#trees.get(index)?.deref();
    if (kept) return kept;
    const [start, end] = this.#items.slice(2 * index, 2 * index + 2);
    const tree = parseTree(this.#text.slice(start, end));
    if (tree) this.#trees.set(index, new WeakRef(tree));
    return tree;
  }

  #treeOfAll(): Node | undefined {
    const tree = this.#whole?.deref() ?? parseTree(this.#text);
    this.#whole = tree && new WeakRef(tree);
    return tree;
  }
}

function offsetIn(tree: Node | undefined, path: JsonPath): number {
  if (!tree) return 0;
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    // A property begins with its key.
    if (node)
      return (node.parent?.type === 'property' ? node.parent : node).offset;
  }
  return tree.offset;
}
