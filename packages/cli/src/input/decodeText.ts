/** What is no text shows it early: Git looks at as much. */
const SNIFFED_BYTES = 8000;

/**
 * Makes text of a file: UTF-8, with or without a byte order mark, or UTF-16 with one, as PowerShell redirects output to a file.
 *
 * @returns the text, or why it is none
 */
export function decodeText(
  bytes: Uint8Array,
): { text: string } | { problem: string } {
  const [first, second] = bytes;
  let encoding = 'utf-8';
  if (first === 0xff && second === 0xfe) {
    encoding = 'utf-16le';
  } else if (first === 0xfe && second === 0xff) {
    encoding = 'utf-16be';
  } else if (bytes.subarray(0, SNIFFED_BYTES).includes(0)) {
    return { problem: 'is a binary file, not YAML or JSON' };
  }
  try {
    // The mark itself is left out by the decoder.
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return {
      problem: `is no ${encoding.toUpperCase()} text: save it as UTF-8`,
    };
  }
}
