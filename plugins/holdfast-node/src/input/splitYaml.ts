/**
 * What lies between two lines that begin with `---`.
 */
export interface YamlSlice {
  text: string;
  /** Of its first character in the file. */
  offset: number;
}

/**
 * Takes a YAML stream apart, so that a document that is broken harms no other. A line that begins with `---` starts a document whatever
 * stands before it; the line itself stays with the document, which may begin on it. What holds nothing but comments and directives is left out.
 *
 * @see https://yaml.org/spec/1.2.2/#914-explicit-documents
 */
export function* splitYaml(text: string): Generator<YamlSlice> {
  let start = 0;
  for (const { index } of text.matchAll(/^---(?=\s|$)/gm)) {
    if (index > start) yield* sliceOf(text, start, index);
    start = index;
  }
  yield* sliceOf(text, start, text.length);
}

function* sliceOf(
  text: string,
  offset: number,
  end: number,
): Generator<YamlSlice> {
  const slice = text.slice(offset, end);
  if (/^(?!---\s*$|\.\.\.\s*$|%|\s*(?:#|$))/m.test(slice)) {
    yield { text: slice, offset };
  }
}
