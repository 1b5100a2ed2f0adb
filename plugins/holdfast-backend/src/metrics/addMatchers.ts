import { parser } from '@prometheus-io/lezer-promql';

/**
 * Adds label matchers to every selector of a PromQL expression, so that it asks for the series of one cluster only.
 */
export function addMatchers(
  query: string,
  labels: Readonly<Record<string, string>>,
): string {
  const matchers = Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',');
  if (!matchers) {
    return query;
  }
  const insertions: Array<{ at: number; text: string }> = [];
  parser.parse(query).iterate({
    enter: node => {
      if (node.name !== 'VectorSelector') {
        return;
      }
      const braces = node.node.getChild('LabelMatchers');
      if (!braces) {
        insertions.push({ at: node.to, text: `{${matchers}}` });
        return;
      }
      const isEmpty = !query.slice(braces.from + 1, braces.to - 1).trim();
      insertions.push({
        at: braces.from + 1,
        text: isEmpty ? matchers : `${matchers},`,
      });
    },
  });
  let result = query;
  for (const { at, text } of insertions.sort((a, b) => b.at - a.at)) {
    result = `${result.slice(0, at)}${text}${result.slice(at)}`;
  }
  return result;
}
