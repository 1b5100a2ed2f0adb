import { CheckThat } from '../Journal';
import { Scene } from './Scene';

/** Longer than the archiver takes to try again after an outage. */
const NOTICED_SECONDS = 240;

/** The object store goes away under writes, and comes back. */
export async function loseTheStore(
  scene: Scene,
  check: CheckThat,
): Promise<void> {
  const { repository, cluster, holdfast, figures } = scene;
  const { databaseId: id } = repository;
  if (!cluster.breakStore) return;
  const elapsedSince = (began: number) => (Date.now() - began) / 1000;
  const writeWal = () =>
    repository.sql(
      'CREATE TABLE IF NOT EXISTS proof_outage (at timestamptz); INSERT INTO proof_outage VALUES (now()); SELECT pg_switch_wal()',
    );
  await cluster.breakStore.down();
  try {
    const down = Date.now();
    await writeWal();
    const risky = await holdfast.until(
      id,
      'At risk without its store',
      NOTICED_SECONDS,
      ({ assessment }) => assessment.verdict === 'at-risk',
    );
    figures.storeDownNoticed = elapsedSince(down);
    check(
      'without its store it is At risk',
      risky.assessment.findings.some(
        ({ rule }) => rule === 'archiving/failing',
      ),
      `after ${figures.storeDownNoticed.toFixed(
        0,
      )} s: ${risky.assessment.findings
        .filter(({ ceiling }) => ceiling === 'at-risk')
        .map(({ rule }) => rule)
        .join(', ')}`,
    );
  } finally {
    await cluster.breakStore.up();
  }
  const up = Date.now();
  await holdfast.until(
    id,
    'Protected with its store back',
    NOTICED_SECONDS,
    ({ assessment }) => /protected|proven/.test(assessment.verdict),
  );
  figures.storeUpNoticed = elapsedSince(up);
  check(
    'with its store back it is Protected again',
    true,
    `after ${figures.storeUpNoticed.toFixed(0)} s`,
  );
  const archived = await repository.sql(
    `SELECT last_archived_time FROM pg_stat_archiver WHERE last_archived_time > '${new Date(
      up,
    ).toISOString()}'`,
  );
  check(
    'and WAL was archived by then, says PostgreSQL',
    archived !== '',
    archived || 'nothing since the store is back',
  );
}
