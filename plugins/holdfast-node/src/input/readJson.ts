import { JsonPath } from '../engine';
import {
  findNodeAtLocation,
  Node,
  parse,
  ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { BrokenDocument, InputDocument } from './InputDocument';
import { jsonProblems } from './jsonProblems';
import { Lines } from './Lines';
import { splitJson } from './splitJson';

/** JSON.parse knows no limit, but what looks at a value afterwards does. No kind of Kubernetes comes near it. */
const deepest = 1000;

const tooDeep = 'cannot be read: it is nested too deeply';

/**
 * Reads JSON values that follow each other.
 */
export function* readJson(
  text: string,
): Generator<InputDocument | BrokenDocument> {
  const lines = new Lines(text);
  for (const slice of splitJson(text)) {
    const lineAt = (offset: number) => lines.lineAt(slice.offset + offset);
    if (slice.depth > deepest) {
      yield { line: lineAt(0), message: tooDeep };
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(slice.text);
    } catch {
      yield broken(slice.text, lineAt);
      // Where there is no object, nobody can tell where the next value begins.
      if (!/^[{[]/.test(slice.text)) return;
      continue;
    }
    // Few are asked for their places, and the tree is much larger than the text.
    let tree: WeakRef<Node> | undefined;
    yield {
      line: lineAt(0),
      value,
      lineOf(path) {
        const kept = tree?.deref() ?? parseTree(slice.text);
        tree = kept && new WeakRef(kept);
        return lineAt(offsetOf(kept, path));
      },
    };
  }
}

/** The error of JSON.parse quotes what stands around it, and that may be a password. */
function broken(
  text: string,
  lineAt: (offset: number) => number,
): BrokenDocument {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const [error] = errors;
  return {
    line: lineAt(error?.offset ?? 0),
    message: `is no JSON: ${
      (error && jsonProblems[printParseErrorCode(error.error)]) ??
      'it cannot be read'
    }`,
  };
}

function offsetOf(tree: Node | undefined, path: JsonPath): number {
  if (!tree) return 0;
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    // A property begins with its key.
    if (node)
      return (node.parent?.type === 'property' ? node.parent : node).offset;
  }
  return tree.offset;
}
