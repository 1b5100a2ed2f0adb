import { createScanner } from 'jsonc-parser';

/**
 * Takes a text apart into JSON values that follow each other, as several answers of `kubectl get -o json` in one file do. What is broken
 * is one value with all that follows it. `depth` is how many brackets are open at once at most.
 */
export function* splitJson(
  text: string,
): Generator<{ text: string; offset: number; depth: number }> {
  const scanner = createScanner(text, true);
  let depth = 0;
  let deepest = 0;
  let start = -1;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) break;
    if (start < 0) start = offset;
    const first = text[offset];
    if (first === '{' || first === '[') depth += 1;
    else if (first === '}' || first === ']') depth -= 1;
    deepest = Math.max(deepest, depth);
    if (depth === 0) {
      const end = scanner.getPosition();
      yield { text: text.slice(start, end), offset: start, depth: deepest };
      start = -1;
      deepest = 0;
    }
  }
  if (start >= 0) {
    yield { text: text.slice(start), offset: start, depth: deepest };
  }
}
