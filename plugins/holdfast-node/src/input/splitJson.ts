import { createScanner } from 'jsonc-parser';

/**
 * Takes a text apart into JSON values that follow each other, as several answers of `kubectl get -o json` in one file do. What is broken
 * is one value with all that follows it.
 */
export function* splitJson(
  text: string,
): Generator<{ text: string; offset: number }> {
  const scanner = createScanner(text, true);
  let depth = 0;
  let start = -1;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) break;
    if (start < 0) start = offset;
    const first = text[offset];
    if (first === '{' || first === '[') depth += 1;
    else if (first === '}' || first === ']') depth -= 1;
    if (depth === 0) {
      yield { text: text.slice(start, scanner.getPosition()), offset: start };
      start = -1;
    }
  }
  if (start >= 0) yield { text: text.slice(start), offset: start };
}
