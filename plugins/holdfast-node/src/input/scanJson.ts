/**
 * What can be told of a JSON value without building anything.
 */
export interface JsonScan {
  /** How many brackets are open at once at most. */
  depth: number;
  /**
   * Where the objects of its `items` begin and end, in pairs, as in a list of Kubernetes. Undefined when it has none, or when there is something
   * else than objects among them.
   */
  items?: number[];
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;

/**
 * Goes once through a text that is known to be one JSON value.
 */
export function scanJson(text: string): JsonScan {
  let depth = 0;
  let deepest = 0;
  let items: number[] | undefined;
  let isInItems = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (isInItems && depth === 2 && !mayStandAmongObjects(character)) {
      items = undefined;
      isInItems = false;
    }
    switch (character) {
      case quote: {
        const end = endOfString(text, at);
        if (depth === 1 && !isInItems && opensItems(text, at, end)) {
          // Of a key that occurs twice, JSON.parse takes the last.
          items = [];
          isInItems = true;
        }
        at = end;
        break;
      }
      case openBrace:
        if (isInItems && depth === 2) items?.push(at);
        depth += 1;
        break;
      case openBracket:
        depth += 1;
        break;
      case closeBrace:
        depth -= 1;
        if (isInItems && depth === 2) items?.push(at + 1);
        break;
      case closeBracket:
        depth -= 1;
        if (depth === 1) isInItems = false;
        break;
      default:
        break;
    }
    if (depth > deepest) deepest = depth;
  }
  return { depth: deepest, ...(items && { items }) };
}

/** Where the string that begins at a quote has its closing one. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; ) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/** Blanks, commas, the brace of the next one, the bracket behind the last. */
function mayStandAmongObjects(character: number): boolean {
  return (
    character <= 0x20 ||
    character === comma ||
    character === openBrace ||
    character === closeBracket
  );
}

const opening = /[ \t\r\n]*:[ \t\r\n]*\[/y;

function opensItems(text: string, start: number, end: number): boolean {
  if (text.slice(start, end + 1) !== '"items"') return false;
  opening.lastIndex = end + 1;
  return opening.test(text);
}
