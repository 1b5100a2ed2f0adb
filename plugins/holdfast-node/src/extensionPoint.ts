import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Rule } from '@holdfast/plugin-holdfast-common';
import { Engine } from './engine';

/**
 * Where modules add to what Holdfast can read and judge. Everything added works beside what is built in.
 *
 * @public
 */
export interface HoldfastExtensionPoint {
  /** Throws a ConflictError when an engine of that id is there already, or another engine watches one of its kinds. */
  addEngine(engine: Engine): void;
  /** Throws a ConflictError when a rule of that id is there already. */
  addRule(rule: Rule): void;
}

/**
 * @public
 */
export const holdfastExtensionPoint =
  createExtensionPoint<HoldfastExtensionPoint>({
    id: 'holdfast.engines',
  });
