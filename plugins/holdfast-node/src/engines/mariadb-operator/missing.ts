import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { qualifiedKind, WatchedResource } from '../../engine';
import { missingOf, ReadArea, serverAreas } from '../servers/missingOf';
import { volumeSnapshots } from '../volumes/resources';
import { cronJobs, jobs } from '../workloads/resources';
import { Arrangement, arrangementKinds } from './arrangements';
import { MariaDbFacts } from './MariaDbFacts';
import { mariadbs, pointInTimeRecoveries } from './resources';

/**
 * What could not be read of this MariaDB. Of a kind that the API server does not know there are no objects, so that nothing is missing.
 */
export function describeMissing(
  facts: MariaDbFacts,
  arrangements: readonly Arrangement[],
): MissingFacts[] {
  const uses = (method: string) =>
    arrangements.some(arrangement => arrangement.method === method);
  const archives =
    facts.mariadb.string('spec', 'pointInTimeRecoveryRef', 'name') !==
    undefined;
  const areas: Array<[ReadArea, boolean]> = [
    [[pointInTimeRecoveries, 'stores'], archives],
    [[jobs, 'backups'], uses('mariadb-backup') || uses('mariadb-dump')],
    [[cronJobs, 'backups'], uses('mariadb-dump')],
    [[volumeSnapshots, 'snapshots'], uses('volume-snapshot')],
  ];
  const used = areas.flatMap(([area, isUsed]) => (isUsed ? [area] : []));
  return [
    ...arrangementKinds.flatMap(resource =>
      missingArrangement(facts, resource, arrangements),
    ),
    ...missingOf(facts, [[mariadbs, 'database'], ...used, ...serverAreas]),
  ];
}

/**
 * Backups and PhysicalBackups say whether a MariaDB is backed up at all. Where an input has one of these kinds for it, the lack of the other leaves
 * open what else there is, but no longer whether there is anything.
 */
function missingArrangement(
  facts: MariaDbFacts,
  resource: WatchedResource,
  arrangements: readonly Arrangement[],
): MissingFacts[] {
  const unread = facts.unread(resource);
  if (!unread || unread.reason === 'absent') return [];
  const isTold =
    unread.reason === 'not-in-input' &&
    arrangements.some(({ fact }) => fact.kind !== qualifiedKind(resource));
  return [{ area: isTold ? 'backups' : 'arrangement', ...unread }];
}
