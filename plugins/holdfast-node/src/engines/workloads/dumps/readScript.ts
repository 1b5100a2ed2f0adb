import { JsonValue } from '@backstage/types';
import { isJsonObject, listAt, stringAt } from '../../../engine';
import { wordsOf } from '../databaseContainer';

/** One command of a script, with its variables put in as far as they are known: what is not begins with `$` still. */
export interface ScriptCommand {
  words: string[];
  /** Where its output is written to. */
  output?: string;
  /** What comes between it and the next one. */
  next?: '|' | '&&' | '||' | ';';
  /** `if`, `!`, `while`: its outcome is looked at. */
  isTested: boolean;
}

/** What a container runs, as far as its manifest shows. */
export interface Script {
  commands: ScriptCommand[];
  /** Ends with the first command that fails (`set -e`). */
  endsOnError: boolean;
  /** A pipeline fails with any of its commands (`set -o pipefail`). */
  pipefail: boolean;
  /** The values of the environment that the manifest shows, without those that are called like secrets. */
  environment: ReadonlyMap<string, string>;
  /** The field that it was read from. */
  field: 'command' | 'args' | 'image';
}

const secretName = /PASS|PWD|SECRET|TOKEN|CREDENTIAL|PRIVATE|ACCESS_KEY/i;
const shells = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'zsh']);

/**
 * Reads what a container is told to run: the words of its command, or the script that it gives to a shell.
 */
export function readScript(container: JsonValue): Script {
  const environment = new Map<string, string>();
  for (const entry of listAt(container, 'env')) {
    const name = isJsonObject(entry) ? stringAt(entry, 'name') : undefined;
    const value = stringAt(entry, 'value');
    if (name !== undefined && value !== undefined && !secretName.test(name)) {
      environment.set(name, value);
    }
  }
  const args = wordsOf(container, 'args');
  const words = [...wordsOf(container, 'command'), ...args];
  const fallback = words.length > 0 ? 'command' : 'image';
  const script: Script = {
    commands: [],
    endsOnError: false,
    pipefail: false,
    environment,
    field: args.length > 0 ? 'args' : fallback,
  };
  const [first = '', ...rest] = words;
  if (!shells.has(basename(first))) {
    if (words.length > 0) {
      script.commands.push({
        words: words.map(word => expandReferences(word, environment)),
        isTested: false,
      });
    }
    return script;
  }
  let text: string | undefined;
  for (const [index, word] of rest.entries()) {
    if (word === 'pipefail') script.pipefail = true;
    if (/^-[a-z]*e/.test(word)) script.endsOnError = true;
    if (/^-[a-z]*c$/.test(word)) {
      text = rest.slice(index + 1).find(next => !/^[-+]/.test(next));
      break;
    }
  }
  if (text === undefined) {
    script.commands.push({ words, isTested: false });
  } else {
    parse(expandReferences(text, environment), script);
  }
  return script;
}

/** The name of a program without its folder. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Kubernetes puts in `$(NAME)` itself, before any shell sees it. */
function expandReferences(
  text: string,
  environment: ReadonlyMap<string, string>,
): string {
  return text.replace(
    /\$\(([A-Za-z_]\w*)\)/g,
    (reference, name: string) => environment.get(name) ?? reference,
  );
}

const operators = ['&&', '||', ';;', '|&', '|', ';', '&', '\n', '(', ')'];
/** Words before a command that say how it is run. */
const leading =
  /^(if|elif|while|until|!|then|else|do|\{|time|exec|sudo|nice|ionice|nohup|env|-\d+|-[nc]\d*)$/;
/** Longer ones are no host names and no places, and each doubling of one doubles what there is to read. */
const longestValue = 4096;
const testing = /^(if|elif|while|until|!)$/;

/** Reads a script of a POSIX shell, as far as commands go: neither here-documents nor loops mean anything to it. */
function parse(text: string, script: Script): void {
  const variables = new Map(script.environment);
  let words: string[] = [];
  let output: string | undefined;
  let redirects: 'output' | 'other' | undefined;

  const endWord = (word: string) => {
    if (redirects === 'output') output = word;
    else if (redirects === undefined) words.push(word);
    redirects = undefined;
  };
  const endCommand = (operator: string | undefined) => {
    let isTested = false;
    while (words.length > 0) {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(words[0]) ?? [];
      if (name !== undefined && value.length <= longestValue) {
        variables.set(name, value);
      } else if (name !== undefined) variables.delete(name);
      else if (words[0] !== 'export' && !leading.test(words[0])) break;
      isTested ||= testing.test(words[0]);
      words.shift();
    }
    if (words[0] === 'set') {
      script.pipefail ||= words.includes('pipefail');
      script.endsOnError ||= words.some(word => /^-[a-z]*e/.test(word));
    } else if (words.length > 0) {
      script.commands.push({
        words,
        ...(output !== undefined && { output }),
        next: separatorOf(operator),
        isTested,
      });
    }
    words = [];
    output = undefined;
    redirects = undefined;
  };

  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 2);
    const operator = operators.find(one => rest.startsWith(one));
    if (rest === '\\\n') {
      at += 2;
    } else if (/^[ \t\r]/.test(rest)) {
      at += 1;
    } else if (rest[0] === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (operator && !/^&>/.test(rest)) {
      endCommand(operator);
      at += operator.length;
    } else {
      const redirect = /^(\d?|&)(>>?|<<?<?)(&\d|&-)?\|?/.exec(
        text.slice(at, at + 6),
      );
      if (redirect) {
        at += redirect[0].length;
        const [, from, direction, to] = redirect;
        if (to === undefined) {
          const isOutput = direction.startsWith('>') && !/^[2-9]/.test(from);
          redirects = isOutput ? 'output' : 'other';
        }
      } else {
        const { word, end } = readWord(text, at, variables);
        at = end;
        endWord(word);
      }
    }
  }
  endCommand(undefined);
}

function separatorOf(operator: string | undefined): ScriptCommand['next'] {
  switch (operator) {
    case '|':
    case '|&':
      return '|';
    case '&&':
    case '||':
      return operator;
    case undefined:
      return undefined;
    default:
      return ';';
  }
}

/** A word with its quotes taken off and its variables put in. */
function readWord(
  text: string,
  start: number,
  variables: ReadonlyMap<string, string>,
): { word: string; end: number } {
  let word = '';
  let at = start;
  let quote: '"' | "'" | undefined;
  while (at < text.length) {
    const char = text[at];
    if (quote === "'") {
      if (char === "'") quote = undefined;
      else word += char;
      at += 1;
    } else if (char === '\\') {
      if (text[at + 1] !== '\n') word += text[at + 1] ?? '';
      at += 2;
    } else if (char === '"') {
      quote = quote ? undefined : '"';
      at += 1;
    } else if (char === "'" && !quote) {
      quote = "'";
      at += 1;
    } else if (char === '$' || char === '`') {
      const { value, end } = readVariable(text, at, variables);
      word += value;
      at = end;
    } else if (!quote && /[\s|&;()<>]/.test(char)) {
      break;
    } else {
      word += char;
      at += 1;
    }
  }
  return { word, end: Math.max(at, start + 1) };
}

/** What a shell would put in: a variable that is known, else `$` and its name; of a command's output no more than `$()`. */
function readVariable(
  text: string,
  at: number,
  variables: ReadonlyMap<string, string>,
): { value: string; end: number } {
  if (text[at] === '`') {
    const end = text.indexOf('`', at + 1);
    return { value: '$()', end: end < 0 ? text.length : end + 1 };
  }
  if (text[at + 1] === '(') {
    let depth = 0;
    let end = at + 1;
    do {
      if (text[end] === '(') depth += 1;
      if (text[end] === ')') depth -= 1;
      end += 1;
    } while (end < text.length && depth > 0);
    return { value: '$()', end };
  }
  const [matched, braced, fallback, plain] =
    /^\$(?:\{(\w+)(?::?-([^}]*))?[^}]*\}|(\w+))/.exec(
      text.slice(at, at + 256),
    ) ?? [];
  if (matched === undefined) return { value: '$', end: at + 1 };
  const name = braced ?? plain;
  return {
    value: variables.get(name) ?? fallback ?? `$${name}`,
    end: at + matched.length,
  };
}
