import { JsonPath } from '../engine';
import {
  Document,
  DocumentOptions,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  ParseOptions,
  SchemaOptions,
  Tags,
  visit,
} from 'yaml';
import { BrokenDocument, InputDocument } from './InputDocument';
import { Lines } from './Lines';
import { splitYaml, YamlSlice } from './splitYaml';
import { yamlProblems } from './yamlProblems';

/** What YAML 1.1 knows beyond what Kubernetes does: its own parser leaves these as text. */
const foreignTags = new Set([
  'tag:yaml.org,2002:timestamp',
  'tag:yaml.org,2002:binary',
  'tag:yaml.org,2002:omap',
  'tag:yaml.org,2002:pairs',
  'tag:yaml.org,2002:set',
]);

/**
 * kubectl and the API server read YAML 1.1: `suspend: yes` is true there, and `<<` merges.
 *
 * @see https://github.com/kubernetes-sigs/yaml
 */
const options: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  merge: true,
  prettyErrors: false,
  logLevel: 'silent',
  customTags: (tags: Tags) =>
    tags.filter(
      tag =>
        typeof tag === 'string' ||
        // `12:30` is text to Kubernetes, and a number in base 60 to YAML 1.1.
        !(
          foreignTags.has(tag.tag) ||
          ('format' in tag && tag.format === 'TIME')
        ),
    ),
};

/** What a template engine writes to, and not what stands in a text for another one, as in the annotations of an alert. */
const templatePattern = /^[ \t]*(?:-[ \t]+)*(?:[\w./-]+:[ \t]*)?(?=\{\{)/m;

/**
 * Reads the documents of a YAML stream, each by itself.
 */
export function* readYaml(
  text: string,
): Generator<InputDocument | BrokenDocument> {
  const lines = new Lines(text);
  for (const slice of splitYaml(text)) {
    yield readDocument(slice, lines);
  }
}

function readDocument(
  slice: YamlSlice,
  lines: Lines,
): InputDocument | BrokenDocument {
  const lineAt = (offset: number) => lines.lineAt(slice.offset + offset);
  const template = templatePattern.exec(slice.text);
  const templated = template && {
    line: lineAt(template.index + template[0].length),
    message: 'is a template ({{ ... }}), no manifest: check what it renders',
  };
  const document = parseDocument(slice.text, options);
  const [error] = document.errors;
  if (error) {
    return (
      templated ?? {
        // What is not closed is noticed where the document ends, which may be lines below its text.
        line: lineAt(Math.min(error.pos[0], slice.text.trimEnd().length - 1)),
        message: `is no YAML: ${yamlProblems[error.code] ?? 'it is broken'}`,
      }
    );
  }
  // `name: {{ .Values.name }}` is YAML: a mapping whose key is a mapping.
  if (templated && hasCollectionAsKey(document)) return templated;

  const line = lineAt(document.contents?.range[0] ?? 0);
  // Few are asked for their places: of the others the tree, forty times as large as the text, can go.
  let tree = new WeakRef(document);
  const treeOf = () => {
    const kept = tree.deref() ?? parseDocument(slice.text, options);
    tree = new WeakRef(kept);
    return kept;
  };
  try {
    return {
      line,
      value: document.toJS({ maxAliasCount: 100 }),
      lineOf: path => lineAt(offsetOf(treeOf(), path)),
    };
  } catch (unread) {
    const problem =
      unread instanceof ReferenceError ? 'BAD_ALIAS' : 'RESOURCE_EXHAUSTION';
    return { line, message: `is no YAML: ${yamlProblems[problem]}` };
  }
}

function hasCollectionAsKey(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Pair(_, { key }) {
      found = isCollection(key);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** Of the key or element that a path leads to, as far as it goes. */
function offsetOf(document: Document.Parsed, path: JsonPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!isScalar(pair?.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return offset;
}
