import { FateKind } from '@holdfast/plugin-holdfast-common';

/** What databases may stand on together, the smallest first. */
export const fateKinds: readonly FateKind[] = [
  'bucket',
  'credential',
  'node',
  'zone',
  'cluster',
  'region',
];
