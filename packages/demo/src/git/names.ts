import { InputError } from '@backstage/errors';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const REF = /^[A-Za-z0-9_][A-Za-z0-9._+/-]*$/;
const reservedEndings = ['.git', '.wiki', '.lock', '.'];

/** First segments of paths that are the server's own. */
const reservedOwners = ['api', 'assets'];

/** The longest name that Gitea takes for a repository. */
const LONGEST_NAME = 100;

/**
 * Whether an owner or a repository may have a name: by Gitea's rules (letters, digits, `-`, `_`, `.`), and no shape that a file system or git
 * would read as something else.
 *
 * @throws InputError naming the field, the value and what would be right
 */
export function checkName(field: 'owner' | 'name', value: unknown): string {
  const refuse = (expected: string) =>
    new InputError(`${field} is ${JSON.stringify(value)}; ${expected}`);
  if (typeof value !== 'string' || !NAME.test(value) || value.includes('..')) {
    throw refuse(
      'it has to begin with a letter or a digit and consist of letters, digits, "-", "_" and "."',
    );
  }
  if (value.length > LONGEST_NAME) {
    throw refuse(`it must not be longer than ${LONGEST_NAME} characters`);
  }
  const ending = reservedEndings.find(end => value.toLowerCase().endsWith(end));
  if (ending) throw refuse(`it must not end in "${ending}"`);
  if (field === 'owner' && reservedOwners.includes(value.toLowerCase())) {
    throw refuse('this name is reserved');
  }
  return value;
}

/**
 * Whether a branch, a tag or a commit can have a name: a narrower form of `git check-ref-format`.
 *
 * @throws InputError naming the field, the value and what would be right
 */
export function checkRef(field: string, value: unknown): string {
  const right =
    typeof value === 'string' &&
    REF.test(value) &&
    !/\.\.|\/\/|\/\.|\/$|\.lock(\/|$)|\.$/.test(value);
  if (!right) {
    throw new InputError(
      `${field} is ${JSON.stringify(
        value,
      )}; it has to be the name of a branch or a commit`,
    );
  }
  return value;
}

/**
 * A path inside a repository, without a slash at either end; `''` is the root.
 *
 * @throws InputError naming the path and what would be right
 */
export function checkPath(value: string): string {
  const path = value.replace(/^\/+|\/+$/g, '');
  if (!path) return '';
  const wrong = path
    .split('/')
    .some(segment => segment === '' || segment === '.' || segment === '..');
  if (wrong || path.includes('\0')) {
    throw new InputError(
      `path is ${JSON.stringify(
        value,
      )}; it has to lie inside the repository, without "." and ".."`,
    );
  }
  return path;
}
