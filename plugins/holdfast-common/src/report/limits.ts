import { TextRule } from './ReportFields';

/** More checks than this belong into a report of their own. */
export const mostChecks = 50;

/** How far the clocks of two machines may be apart. */
export const clockSkewMs = 5 * 60_000;

/** It becomes part of keys and of addresses. */
export const idText: TextRule = {
  longest: 200,
  pattern: {
    regex: /^[A-Za-z0-9][A-Za-z0-9._:/@+-]*$/,
    expected:
      'has to begin with a letter or digit and to go on with those and . _ : / @ + -',
  },
};

export const kindText: TextRule = {
  longest: 200,
  pattern: {
    regex: /^[A-Z][A-Za-z0-9]*(\.[a-z0-9.-]+)?$/,
    expected:
      'has to be a kind with its group, such as Cluster.postgresql.cnpg.io',
  },
};

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export const objectNameText: TextRule = {
  longest: 253,
  pattern: {
    regex: /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
    expected: 'has to be the name of a Kubernetes object',
  },
};

export const clusterText: TextRule = {
  longest: 200,
  pattern: {
    regex: /^[^/\p{Cc}]+$/u,
    expected: 'has to be the name of a cluster as it is configured',
  },
};

export const shortText: TextRule = {
  longest: 200,
  pattern: {
    regex: /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u,
    expected: 'has to be one line of text',
  },
};

/** What tools tell people, on several lines or a whole log. */
export const remarkText: TextRule = { longest: 1000, cut: true };
export const detailText: TextRule = { longest: 200, cut: true };
