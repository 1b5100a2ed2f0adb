/** A step of a pattern: any number of characters, or one that passes a test. */
type Step = 'any' | ((character: string) => boolean);

/**
 * Whether a name matches a pattern of a namespace as Velero reads it since 1.18: `*`, `?` and `[abc]` (`pkg/util/wildcard/expand.go`). A
 * pattern that Velero refuses matches nothing.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  const steps = stepsOf(pattern);
  if (!steps) return false;
  let step = 0;
  let at = 0;
  // Where to go on from when what follows the last `*` does not fit.
  let retryStep = -1;
  let retryAt = 0;
  while (at < name.length) {
    const current = steps[step];
    if (current === 'any') {
      retryStep = ++step;
      retryAt = at;
    } else if (current?.(name[at])) {
      step++;
      at++;
    } else if (retryStep >= 0) {
      step = retryStep;
      at = ++retryAt;
    } else {
      return false;
    }
  }
  return steps.slice(step).every(left => left === 'any');
}

/** Whether a text is a pattern, rather than a name. */
export function isGlob(text: string): boolean {
  return /[*?[]/.test(text);
}

function stepsOf(pattern: string): Step[] | undefined {
  if (/[|()!{},]|\*\*/.test(pattern)) return undefined;
  const steps: Step[] = [];
  for (const [token] of pattern.matchAll(/\[[^\]]+\]|[^]/g)) {
    if (token === '*') steps.push('any');
    else if (token === '?') steps.push(() => true);
    else if (token.length > 1) steps.push(oneOf(token.slice(1, -1)));
    else if (token === '[' || token === ']') return undefined;
    else steps.push(character => character === token);
  }
  return steps;
}

/** `abc`, `a-c`, or both as in `a-c0-9`. */
function oneOf(characters: string): (character: string) => boolean {
  const parts = Array.from(characters.matchAll(/(.)-(.)|[^]/g));
  return character =>
    parts.some(([single, from, to]) =>
      from === undefined
        ? character === single
        : character >= from && character <= to,
    );
}
