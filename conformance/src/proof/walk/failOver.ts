import { CheckThat } from '../Journal';
import { Writer, WriterReport } from '../Writer';
import { PATIENCE, Scene, secondsIn } from './Scene';

/** The failover scenario of the repository, with a client that counts for itself what it was told was committed. */
export async function failOver(scene: Scene, check: CheckThat): Promise<void> {
  const { repository, kubectl, cluster, holdfast, figures } = scene;
  const { databaseId: id, name, namespace } = repository;
  const { currentPrimary: old } = await repository.status();
  const attained = (
    await holdfast.until(id, 'an attained RPO', PATIENCE.verdict, database =>
      Boolean(database.assessment.rpo.instance.basis),
    )
  ).assessment.rpo;

  const writer = await Writer.start({
    kubectl,
    namespace,
    database: name,
    image: cluster.image,
  });
  const began = new Date();
  const { code, said } = await repository.play('failover', { YES: '1' });
  const ended = new Date();
  figures.pauseByScenario = secondsIn(said, /writes went on after +(\d+) s/);
  figures.allReady = secondsIn(said, /all instances ready +after (\d+) s/);
  check('scenarios/failover.sh ends well', code === 0, summaryOf(said));
  await writer.untilWritesAfter(ended, PATIENCE.writes);
  const report = await writer.end(async () => {
    const rows = await repository.sql('SELECT n FROM proof_writes');
    return new Set(rows.split('\n').map(Number));
  });
  const { pause } = report;
  figures.pause = pause.seconds;
  figures.acknowledged = report.acknowledged;
  figures.lost = report.lost;

  const { currentPrimary, timelineID } = await repository.status();
  check(
    'another instance is the primary',
    currentPrimary !== old,
    `${old} -> ${currentPrimary}, timeline ${timelineID}`,
  );
  check(
    'for the client of our own, writes stop and go on',
    pause.from >= began && pause.from <= ended,
    `${pause.seconds.toFixed(1)} s without an acknowledged write`,
  );
  judgeLoss({ scene, check, report, attained: attained.instance });

  const words = holdfast.wordsSince(id, began);
  check(
    'Holdfast never calls it Unprotected meanwhile: the archive is there',
    words.every(({ verdict }) => verdict !== 'unprotected'),
    words
      .map(
        ({ verdict, because }) =>
          `${verdict}${because.length ? ` (${because.join(', ')})` : ''}`,
      )
      .join(', then '),
  );
  await repository.untilHealthy(PATIENCE.healthy);
  await holdfast.until(
    id,
    'Protected after the failover',
    PATIENCE.verdict,
    ({ assessment }) => assessment.verdict === 'protected',
  );
  check('and Protected afterwards', true, 'protected');
}

function judgeLoss(options: {
  scene: Scene;
  check: CheckThat;
  report: WriterReport;
  attained: { seconds?: number; atMostSeconds?: number };
}): void {
  const { scene, check, report, attained } = options;
  const seen = `${report.acknowledged} acknowledged, ${report.lost} lost`;
  if (scene.repository.tier === 'gold') {
    check(
      'no acknowledged write is lost: replication is synchronous and required',
      report.lost === 0,
      seen,
    );
    return;
  }
  const allowed = attained.atMostSeconds ?? attained.seconds;
  check(
    'what is lost is no more than the attained RPO that Holdfast named before',
    allowed !== undefined && report.lostSpan <= allowed,
    `${seen}, of ${report.lostSpan.toFixed(
      1,
    )} s; attained RPO for the loss of an instance at most ${allowed ?? '?'} s`,
  );
}

function summaryOf(said: string): string {
  return said
    .split('\n')
    .slice(-4)
    .map(line => line.replace(/ +/g, ' '))
    .join('; ');
}
