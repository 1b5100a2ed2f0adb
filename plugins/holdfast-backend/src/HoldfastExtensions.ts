import { ConflictError } from '@backstage/errors';
import { builtInRules, Rule } from '@holdfast/plugin-holdfast-common';
import {
  builtInEngines,
  Engine,
  Engines,
  HoldfastExtensionPoint,
} from '@holdfast/plugin-holdfast-node';

/**
 * The built-in engines and rules, and those that modules add.
 */
export class HoldfastExtensions implements HoldfastExtensionPoint {
  readonly #engines: Engine[] = [...builtInEngines];
  readonly #rules: Rule[] = [...builtInRules];

  addEngine(engine: Engine): void {
    // Conflicts are found at once, so that the error points at the module that made it.
    Engines.create([...this.#engines, engine]);
    this.#engines.push(engine);
  }

  addRule(rule: Rule): void {
    if (this.#rules.some(({ id }) => id === rule.id)) {
      throw new ConflictError(`There is a rule '${rule.id}' already`);
    }
    this.#rules.push(rule);
  }

  get engines(): Engines {
    return Engines.create(this.#engines);
  }

  get rules(): readonly Rule[] {
    return this.#rules;
  }
}
