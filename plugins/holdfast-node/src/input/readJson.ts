import { parse, ParseError, printParseErrorCode } from 'jsonc-parser';
import { BrokenDocument, InputDocument } from './InputDocument';
import { JsonPlaces } from './JsonPlaces';
import { jsonProblems } from './jsonProblems';
import { Lines } from './Lines';
import { scanJson } from './scanJson';
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
  // Most files are one value, which need not be looked for.
  const whole = parseJson(text);
  if (whole) {
    yield documentOf({ text, offset: 0, value: whole.value, lines });
    return;
  }
  for (const slice of splitJson(text)) {
    const lineAt = (offset: number) => lines.lineAt(slice.offset + offset);
    if (slice.depth > deepest) {
      yield { line: lineAt(0), message: tooDeep };
      continue;
    }
    const parsed = parseJson(slice.text);
    if (parsed) {
      yield documentOf({ ...slice, value: parsed.value, lines });
      continue;
    }
    yield broken(slice.text, lineAt);
    // Where there is no object, nobody can tell where the next value begins.
    if (!/^[{[]/.test(slice.text)) return;
  }
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function documentOf(options: {
  text: string;
  offset: number;
  value: unknown;
  lines: Lines;
}): InputDocument | BrokenDocument {
  const { text, offset, value, lines } = options;
  const line = lines.lineAt(offset + text.search(/\S/));
  const { depth, ...scan } = scanJson(text);
  if (depth > deepest) return { line, message: tooDeep };
  const places = new JsonPlaces(text, scan);
  return {
    line,
    value,
    lineOf: path => lines.lineAt(offset + places.offsetOf(path)),
  };
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
