import { setTimeout as delay } from 'node:timers/promises';
import { CheckThat } from '../Journal';
import { CLUSTERS } from '../Repository';
import { PATIENCE, Scene, secondsIn } from './Scene';

/** By when a watch has brought a deletion, and it has been judged anew. */
const SEEN_WITHIN_MILLISECONDS = 10_000;

/** How much longer the drill is to be recent enough. */
const SHORT_SECONDS = 45;

/** The restore drill, and what it is worth to Holdfast. */
export async function drill(scene: Scene, check: CheckThat): Promise<void> {
  const { repository, kubectl, holdfast, figures } = scene;
  const { databaseId: id, name, namespace } = repository;
  // A copy that is removed at once could not be looked at.
  const { code, said } = await repository.play('restore-drill', { KEEP: '1' });
  figures.drill = secondsIn(said, /restored and checked +in (\d+) s/);
  const held = said.split('\n').filter(line => line.startsWith('held'));
  check(
    'scenarios/restore-drill.sh ends well',
    code === 0,
    said.split('\n').slice(-2).join('; ').replace(/ +/g, ' '),
  );
  check(
    'every statement of checks.sql holds in the copy',
    held.length > 0 && !said.includes('FAILED'),
    `${held.length} held`,
  );
  const proven = await holdfast.until(
    id,
    'Proven by the drill',
    PATIENCE.verdict,
    ({ assessment }) => assessment.verdict === 'proven',
  );
  const { data } = proven.assessment.rto;
  figures.rto = data.basis === 'measured' ? data.seconds : undefined;
  check(
    'Holdfast says Proven, with the RTO measured',
    data.basis === 'measured',
    `attained RTO ${data.seconds?.toFixed(0)} s ${data.basis}`,
  );
  await kubectl.run(['delete', CLUSTERS, `${name}-drill`, '--wait'], {
    namespace,
    timeout: 120_000,
  });
  await delay(SEEN_WITHIN_MILLISECONDS);
  const afterwards = await holdfast.until(
    id,
    'a word after the copy is gone',
    PATIENCE.verdict,
    () => true,
  );
  check(
    'with the copy removed it stays Proven',
    afterwards.assessment.verdict === 'proven',
    afterwards.assessment.verdict,
  );
  await growOld(scene, check, data.measuredAt);
}

/** Time alone takes the proof away, when the drill is older than the objective asks for. */
async function growOld(
  { repository, kubectl, holdfast }: Scene,
  check: CheckThat,
  provenAt: string | undefined,
): Promise<void> {
  const { databaseId: id, name, namespace } = repository;
  const ageSeconds = (Date.now() - Date.parse(provenAt ?? '')) / 1000;
  const interval = `${Math.ceil(ageSeconds) + SHORT_SECONDS}s`;
  const annotate = (annotation: string) =>
    kubectl.run(
      [
        'annotate',
        CLUSTERS,
        name,
        '--overwrite',
        `holdfast.io/drill-interval${annotation}`,
      ],
      { namespace },
    );
  await annotate(`=${interval}`);
  const current = await holdfast.until(
    id,
    'a drill interval that ends soon',
    SHORT_SECONDS,
    ({ assessment }) =>
      assessment.objective.drillIntervalSeconds.origin.level === 'entity' &&
      assessment.verdict === 'proven',
  );
  const aged = await holdfast.until(
    id,
    'Protected when the drill is too old',
    PATIENCE.verdict,
    ({ assessment }) => assessment.verdict === 'protected',
  );
  const overdue = aged.assessment.findings.find(
    ({ rule }) => rule === 'restore/overdue',
  );
  check(
    'the age of the drill alone turns Proven back to Protected',
    current.assessment.verdict === 'proven' && overdue !== undefined,
    overdue?.message ?? aged.assessment.verdict,
  );
  await annotate('-');
}
