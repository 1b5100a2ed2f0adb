/** A page of a list in memory, with the index of the next one as its cursor. */
export function paged<T>(
  items: T[],
  query: { limit?: number; cursor?: string } = {},
) {
  const { limit = 50, cursor = '0' } = query;
  const start = Number(cursor);
  const end = start + limit;
  return {
    items: items.slice(start, end),
    totalItems: items.length,
    pageInfo: end < items.length ? { nextCursor: String(end) } : {},
  };
}
