import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import type { Engine, KubernetesObject } from '@holdfast/plugin-holdfast-node';
import {
  describeDatabases,
  Engines,
  qualifiedKind,
  WatchedResource,
} from '../engine';
import { brokenVariants, changed, deepFreeze, withNoise } from './mutations';
import { problemsOf } from './problemsOf';

/**
 * What {@link describeEngineContract} needs beside the engine.
 *
 * @public
 */
export interface EngineContractOptions {
  /**
   * Objects as the operator writes them, at least one of every kind that the engine reads, of one cluster. They should be recorded,
   * not made up.
   */
  samples: readonly KubernetesObject[];
  /** Engines that read what the samples need besides: the volumes engine, as a rule. */
  alongside?: readonly Engine[];
  /**
   * Where the operator says in a few words what a database is doing, of all kinds or by kind with group. `.status.phase` by default; empty where
   * it says nothing, so that others have to: then the database alone is never a good one.
   */
  phase?: readonly string[] | Readonly<Record<string, readonly string[]>>;
}

/** Facts lie in a table row each, by the ten thousands. */
const largestProjection = 16 * 1024;

const reasons: ReadonlyArray<MissingFacts['reason']> = [
  'forbidden',
  'absent',
  'not-read',
  'failed',
];

/**
 * Registers the tests that every engine has to pass: it is pure and total, keeps little, keeps it steady, names its evidence, and takes nothing
 * that it does not know for good.
 *
 * @public
 */
export function describeEngineContract(
  engine: Engine,
  options: EngineContractOptions,
): void {
  const { samples, alongside = [], phase = ['status', 'phase'] } = options;
  const engines = Engines.create([engine, ...alongside]);
  const resources = new Map(
    engines.resources.map(resource => [qualifiedKind(resource), resource]),
  );
  const own = new Set(engine.resources.map(qualifiedKind));
  const databaseKinds = new Set(engine.databaseKinds);
  const titled = samples.map(
    sample => [`${kindOf(sample)} ${sample.metadata.name}`, sample] as const,
  );
  const ownSamples = titled.filter(([, sample]) => own.has(kindOf(sample)));
  const databases = titled.filter(([, sample]) =>
    databaseKinds.has(kindOf(sample)),
  );

  const resourceOf = (sample: KubernetesObject): WatchedResource => {
    const resource = resources.get(kindOf(sample));
    if (!resource) throw new Error(`No engine reads ${kindOf(sample)}`);
    return resource;
  };
  const describeAll = (objects: readonly KubernetesObject[]) =>
    describeDatabases({ engines, cluster: 'contract', objects });
  const others = (sample: KubernetesObject) =>
    samples.filter(other => other !== sample);

  describe(`engine ${engine.id}`, () => {
    it('has a name for its folder and a version for its projections', () => {
      expect(engine.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(engine.projectionVersion).toBeGreaterThan(0);
    });

    it('is tested with a sample of every kind that it reads', () => {
      const sampled = new Set(samples.map(kindOf));
      expect([...own].filter(kind => !sampled.has(kind))).toEqual([]);
    });

    describe('project', () => {
      it.each(ownSamples)('is pure: %s', (_, sample) => {
        const resource = resourceOf(sample);
        const frozen = deepFreeze(structuredClone(sample));
        const projection = engine.project(resource, frozen);
        expect(engine.project(resource, frozen)).toEqual(projection);
        expect(frozen).toEqual(sample);
      });

      it.each(ownSamples)('keeps little, and only JSON: %s', (_, sample) => {
        const projection = engine.project(resourceOf(sample), sample);
        const text = JSON.stringify(projection) ?? 'null';
        expect(JSON.parse(text)).toEqual(projection ?? null);
        expect(text.length).toBeLessThan(largestProjection);
      });

      it.each(ownSamples)('does not see noise: %s', (_, sample) => {
        const resource = resourceOf(sample);
        expect(engine.project(resource, withNoise(sample))).toEqual(
          engine.project(resource, sample),
        );
      });

      it.each(titled)('relates by well-formed keys: %s', (_, sample) => {
        const resource = resourceOf(sample);
        const projection = own.has(kindOf(sample))
          ? engine.project(resource, sample)
          : undefined;
        const keys = [
          ...(projection?.subjects ?? []),
          ...(projection?.needs ?? []),
          ...(projection?.collects ?? []),
          ...(engine.claim?.(resource, sample)?.subjects ?? []),
        ];
        for (const key of keys) expect(key).toMatch(/^[^/]+\/[^/]*\/.+$/);
        expect(new Set(projection?.needs).size).toBe(
          projection?.needs.length ?? 0,
        );
      });
    });

    it.each(titled)('takes any JSON for: %s', (_, sample) => {
      const resource = resourceOf(sample);
      const untouched = JSON.stringify(engines.project(resource, sample));
      const failures: string[] = [];
      for (const { change, object } of brokenVariants(sample)) {
        try {
          const projection = engines.project(resource, object);
          // What is not kept cannot lead to another description.
          if (JSON.stringify(projection) === untouched) continue;
          const problems = describeAll([...others(sample), object]).flatMap(
            problemsOf,
          );
          failures.push(...problems.map(problem => `${change}: ${problem}`));
        } catch (error) {
          failures.push(`${change}: ${error}`);
        }
      }
      expect(failures).toEqual([]);
    });

    if (databaseKinds.size > 0) {
      describe('assemble', () => {
        it.each(databases)('is pure: %s', () => {
          const frozen = samples.map(sample =>
            deepFreeze(structuredClone(sample)),
          );
          expect(describeAll(frozen)).toEqual(describeAll(samples));
        });

        it('names its evidence', () => {
          const described = describeAll(samples);
          expect(described).toHaveLength(databases.length);
          expect(described.flatMap(problemsOf)).toEqual([]);
        });

        it.each(databases)('does without the rest: %s', (_, sample) => {
          expect(describeAll([sample]).flatMap(problemsOf)).toEqual([]);
        });

        const withoutTheRest = (reason: MissingFacts['reason']) =>
          describeDatabases({
            engines,
            cluster: 'contract',
            objects: databases.map(([, sample]) => sample),
            unread: [...resources.keys()]
              .filter(kind => !databaseKinds.has(kind))
              .map(kind => ({ kind, reason, message: `${kind}: ${reason}` })),
          });

        it.each(reasons)('does with kinds that are %s', reason => {
          expect(withoutTheRest(reason).flatMap(problemsOf)).toEqual([]);
        });

        it('says what it could not read', () => {
          for (const { missing } of withoutTheRest('forbidden')) {
            expect(missing).not.toHaveLength(0);
          }
        });

        it.each(databases)(
          'does not take an unknown phase for a good one: %s',
          (_, sample) => {
            const path = isPath(phase) ? phase : phase[kindOf(sample)] ?? [];
            const unknown =
              path.length > 0
                ? ['A phase that nobody knows', undefined].map(words => [
                    ...others(sample),
                    changed(sample, path, words),
                  ])
                : [[sample]];
            for (const objects of unknown) {
              const states = describeAll(objects)
                .filter(({ uid }) => uid === sample.metadata.uid)
                .map(({ health }) => health.state);
              expect(states).toHaveLength(1);
              expect(states).not.toContain('healthy');
            }
          },
        );
      });
    }
  });
}

function isPath(
  phase: NonNullable<EngineContractOptions['phase']>,
): phase is readonly string[] {
  return Array.isArray(phase);
}

function kindOf({ apiVersion, kind = '' }: KubernetesObject): string {
  const [group, version] = apiVersion?.split('/') ?? [];
  return qualifiedKind({ group: version ? group : '', kind });
}
