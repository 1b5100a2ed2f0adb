import { ListPage } from './listPage';
import { Representation } from './representation';

/** Items that are joined at once, so that a large list never becomes one string. */
const BATCH = 100;

/**
 * The JSON of one page in pieces. Lists of custom resources name their fields in alphabetical order, with `metadata` after
 * the items and an empty `continue` on the last page; other lists have `metadata` first and no `continue` there.
 */
export function* listBody(
  page: ListPage,
  representation: Representation,
  order: 'alphabetical' | 'declared',
): Generator<string> {
  const { kind, apiVersion } = representation.listType;
  const names = `"kind":"${kind}","apiVersion":"${apiVersion}"`;
  if (order === 'alphabetical') {
    yield `{"apiVersion":"${apiVersion}","items":[`;
    yield* items(page, representation);
    const metadata = JSON.stringify({
      continue: page.continueToken ?? '',
      remainingItemCount: page.remaining,
      resourceVersion: String(page.revision),
    });
    yield `],"kind":"${kind}","metadata":${metadata}}\n`;
  } else {
    const metadata = JSON.stringify({
      resourceVersion: String(page.revision),
      continue: page.continueToken,
      remainingItemCount: page.remaining,
    });
    yield `{${names},"metadata":${metadata},"items":[`;
    yield* items(page, representation);
    yield ']}\n';
  }
}

function* items(
  page: ListPage,
  representation: Representation,
): Generator<string> {
  for (let start = 0; start < page.items.length; start += BATCH) {
    const piece = page.items
      .slice(start, start + BATCH)
      .map(object => representation.listItem(object))
      .join(',');
    yield start === 0 ? piece : `,${piece}`;
  }
}
