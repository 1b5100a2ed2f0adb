import { CheckThat } from '../Journal';
import { BACKUPS } from '../Repository';
import { fitCpuRequest } from '../fitCpuRequest';
import { waitUntil } from '../waitUntil';
import { replacementsFor, writeOverlay } from '../writeOverlay';
import { holdfastCheck } from '../holdfastCheck';
import { PATIENCE, Scene } from './Scene';

/** From nothing to healthy, archived and backed up, and what Holdfast says on the way. */
export async function comeUp(scene: Scene, check: CheckThat): Promise<void> {
  const { repository, kubectl, holdfast, figures } = scene;
  const { databaseId: id, namespace } = repository;
  const began = new Date();
  const elapsed = () => (Date.now() - began.getTime()) / 1000;
  holdfast.follow(id);
  await applyRepository(scene, check);

  const bare = await holdfast.until(
    id,
    'a verdict of what has no base backup yet',
    PATIENCE.verdict,
    ({ assessment }) =>
      assessment.findings.some(({ rule }) => rule === 'base-backup/none'),
  );
  const backupThen = await kubectl.list<{
    metadata: { name: string };
    status?: { phase?: string };
  }>(BACKUPS, namespace);
  check(
    'before the first base backup Holdfast says Unprotected, with the finding base-backup/none',
    bare.assessment.verdict === 'unprotected' &&
      !backupThen.some(({ status }) => status?.phase === 'completed'),
    `${bare.assessment.verdict} after ${elapsed().toFixed(0)} s`,
  );

  const backup = waitUntil({
    what: 'the first base backup',
    seconds: PATIENCE.backup,
    ask: async () => {
      const [first] = await kubectl.list<{
        metadata: { name: string };
        status?: { phase?: string; stoppedAt?: string };
      }>(BACKUPS, namespace);
      return first?.status?.phase === 'completed' && first.status;
    },
  }).then(status => ({ status, seconds: elapsed() }));
  const [completed] = await Promise.all([
    backup,
    repository
      .untilHealthy(PATIENCE.healthy)
      .then(() => (figures.healthy = elapsed())),
  ]);
  check(
    'it comes up healthy',
    true,
    `all instances ready after ${figures.healthy?.toFixed(0)} s`,
  );
  figures.backup = completed.seconds;
  check(
    'the immediate base backup completes',
    true,
    `after ${completed.seconds.toFixed(0)} s`,
  );

  const archived = await waitUntil({
    what: 'an archived WAL file',
    seconds: 60,
    ask: async () =>
      (await repository.sql(
        'SELECT archived_count FROM pg_stat_archiver WHERE archived_count > 0',
      )) || undefined,
  });
  check('WAL is archived', Number(archived) > 0, `${archived} files`);

  const held = await holdfast.until(
    id,
    'Protected',
    PATIENCE.verdict,
    ({ assessment }) =>
      assessment.verdict === 'protected' &&
      (!scene.cluster.prometheus || assessment.rpo.data.basis === 'measured'),
  );
  const { data } = held.assessment.rpo;
  figures.protected = elapsed();
  figures.rpo = data.seconds;
  figures.rpoAtMost = data.atMostSeconds;
  figures.rpoBasis = data.basis;
  check(
    'then Holdfast says Protected, with the attained RPO',
    data.seconds !== undefined,
    `after ${figures.protected.toFixed(
      0,
    )} s, attained RPO ${data.seconds?.toFixed(0)} s ${data.basis}, at most ${
      data.atMostSeconds ?? '?'
    } s`,
  );
  const words = holdfast.wordsSince(id, began);
  const backedUpAt = Date.parse(completed.status.stoppedAt ?? '');
  check(
    'it never said anything better before there was a base backup',
    words.every(
      ({ at, verdict }) =>
        at.getTime() >= backedUpAt || /unprotected|unknown/.test(verdict),
    ),
    words.map(({ verdict }) => verdict).join(', then '),
  );

  const status = await repository.play('status');
  check('scenarios/status.sh agrees', status.code === 0, lastLine(status.said));
  const cli = await holdfastCheck({ kubectl, context: repository.cluster, id });
  check(
    '`holdfast check --context` says the same',
    cli.verdict === 'protected',
    `${cli.verdict}, exit code ${cli.code}`,
  );
}

/** What the README of the repository says: make the Secret of the store, then apply. GitOps would do the latter. */
async function applyRepository(scene: Scene, check: CheckThat): Promise<void> {
  const { repository, cluster, kubectl } = scene;
  const { accessKeyId, secretAccessKey } = cluster.store.credentials;
  const secret = await repository.play('store-secret', {
    ACCESS_KEY_ID: accessKeyId,
    SECRET_ACCESS_KEY: secretAccessKey,
  });
  check('the Secret of the store is made', secret.code === 0, secret.said);

  const over = repository.cluster;
  const replacements = replacementsFor({
    cluster,
    storeFolder: scene.storeFolder,
    cpuRequest: await fitCpuRequest({ kubectl, repository }),
  });
  const overlay = await writeOverlay({
    repository: repository.folder,
    over,
    replacements,
  });
  const applied = await kubectl.run([
    'apply',
    `--kustomize=${repository.folder}/${overlay}`,
  ]);
  check(
    'everything is accepted, with nothing changed but what the overlay names',
    applied.includes('cluster.postgresql.cnpg.io'),
    replacements.map(({ path }) => path.split('/').at(-1)).join(', '),
  );
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}
