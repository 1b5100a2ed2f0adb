const plainWord = /^[\w.:@/-]+$/;

/** A word as a POSIX shell takes it for itself. */
export function quoted(word: string): string {
  return plainWord.test(word.replace('=', ''))
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
