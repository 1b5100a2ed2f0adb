import { setTimeout as delay } from 'node:timers/promises';
import { CheckThat } from '../Journal';
import { CLUSTERS } from '../Repository';
import { Scene, secondsIn } from './Scene';

/** The point-in-time scenario: rows are counted on both sides of the moment. */
export async function goBackInTime(
  scene: Scene,
  check: CheckThat,
): Promise<void> {
  const { repository, kubectl, figures } = scene;
  const { name, namespace } = repository;
  await repository.sql(
    "CREATE TABLE proof_rows (n int PRIMARY KEY, said text); INSERT INTO proof_rows SELECT n, 'before' FROM generate_series(1, 1000) n",
  );
  await delay(1000);
  const moment = await repository.sql('SELECT clock_timestamp()');
  await delay(1000);
  // The accident, and life goes on.
  await repository.sql(
    "DELETE FROM proof_rows WHERE n <= 500; INSERT INTO proof_rows VALUES (1001, 'after')",
  );

  const { code, said } = await repository.play('point-in-time', {
    TIME: moment,
  });
  figures.pointInTime = secondsIn(said, /in (\d+) s \(the objective/);
  check(
    'scenarios/point-in-time.sh ends well',
    code === 0,
    said.match(/^restored.*/m)?.[0].replace(/ +/g, ' ') ?? said,
  );
  const copy = `${name}-restored`;
  const count = (where: string, database: string) =>
    repository.sql(`SELECT count(*) FROM proof_rows WHERE ${where}`, database);
  const before = await count("said = 'before'", copy);
  check(
    'all rows from before the moment are there',
    before === '1000',
    `${before} of 1000`,
  );
  const after = await count("said = 'after'", copy);
  check('none from after it', after === '0', `${after} of 1`);
  const there = await count('true', name);
  check('the database itself is as it was', there === '501', `${there} of 501`);
  await kubectl.run(['delete', CLUSTERS, copy, '--wait'], {
    namespace,
    timeout: 120_000,
  });
}
