import {
  Database,
  distinctRestores,
  Volume,
} from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, Protection, Protector } from './Engine';

/**
 * Adds to a database what tools beside its operator do for it.
 */
export function protectDatabase(options: {
  database: Database;
  protectors: readonly Protector[];
  input: AssemblyInput;
  reliesOnOthers: boolean;
}): Database {
  const { database, protectors, input, reliesOnOthers } = options;
  const protections = protectors.map(protector =>
    protector.protect(input, database, { reliesOnOthers }),
  );
  if (!protections.some(isSomething)) return database;

  const all = <T>(
    own: readonly T[],
    partOf: (protection: Protection) => readonly T[] | undefined,
  ): T[] => [...own, ...protections.flatMap(part => partOf(part) ?? [])];
  const drills = all(database.drills ?? [], part => part.drills);
  const unreadReports = all(
    database.unreadReports ?? [],
    part => part.unreadReports,
  );
  return {
    ...database,
    stores: all(database.stores, part => part.stores),
    schedules: all(database.schedules, part => part.schedules),
    recoveryPoints: all(database.recoveryPoints, part => part.recoveryPoints),
    attempts: all(database.attempts, part => part.attempts),
    restores: distinctRestores(all(database.restores, part => part.restores)),
    missing: all(database.missing, part => part.missing),
    ...(drills.length > 0 && { drills }),
    ...(unreadReports.length > 0 && { unreadReports }),
    volumes: database.volumes.map(volume => withCoverage(volume, protections)),
  };
}

function isSomething(protection: Protection): boolean {
  return Object.values(protection).some(part => part !== undefined);
}

function withCoverage(
  volume: Volume,
  protections: readonly Protection[],
): Volume {
  const more = protections.flatMap(
    ({ coverage }) => coverage?.get(volume.claim.name) ?? [],
  );
  if (more.length === 0) return volume;
  const coverage = [...(volume.coverage ?? []), ...more];
  coverage.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
  return { ...volume, coverage };
}
