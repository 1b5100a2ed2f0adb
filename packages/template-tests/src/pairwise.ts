/** The values that each parameter may take. */
export type Choices = Record<string, readonly unknown[]>;

/**
 * Combinations in which every two values of different parameters occur together at least once.
 *
 * @remarks
 * The greedy method of AETG (Cohen, Dalal, Fredman and Patton, 1997): each combination takes, one parameter after the other, the value that
 * meets most pairs that have not occurred yet. The result is the same every time.
 */
export function pairwise(choices: Choices): Record<string, unknown>[] {
  const names = Object.keys(choices);
  const open = new Set(allPairs(choices));
  const combinations: Record<string, unknown>[] = [];
  while (open.size > 0) {
    const [seed] = open;
    const picked = new Map(parsePair(seed));
    for (const name of names) {
      if (picked.has(name)) continue;
      const indices = choices[name].map((_, index) => index);
      const gains = indices.map(
        index =>
          Array.from(picked).filter(([other, otherIndex]) =>
            open.has(pairOf(name, index, other, otherIndex)),
          ).length,
      );
      picked.set(name, gains.indexOf(Math.max(...gains)));
    }
    for (const [name, index] of picked) {
      for (const [other, otherIndex] of picked) {
        open.delete(pairOf(name, index, other, otherIndex));
      }
    }
    combinations.push(
      Object.fromEntries(
        names.map(name => [name, choices[name][picked.get(name) ?? 0]]),
      ),
    );
  }
  return combinations;
}

function allPairs(choices: Choices): string[] {
  return Object.keys(choices).flatMap((name, position, names) =>
    names
      .slice(position + 1)
      .flatMap(other =>
        choices[name].flatMap((_, index) =>
          choices[other].map((__, otherIndex) =>
            pairOf(name, index, other, otherIndex),
          ),
        ),
      ),
  );
}

/** A pair as text, the same whichever comes first. */
function pairOf(
  name: string,
  index: number,
  other: string,
  otherIndex: number,
): string {
  return [`${name}=${index}`, `${other}=${otherIndex}`].sort().join('&');
}

function parsePair(pair: string): [string, number][] {
  return pair.split('&').map(part => {
    const [name, index] = part.split('=');
    return [name, Number(index)];
  });
}
