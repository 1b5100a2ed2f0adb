import { Fact } from './Fact';
import { relateFacts } from './relateFacts';

const engines = { databaseKinds: ['Db.example.com'] };

function fact(key: string, relations: Partial<Fact> = {}): Fact {
  const [kind, namespace, name] = key.split('/');
  return {
    key,
    kind,
    namespace,
    name,
    uid: key,
    subjects: [],
    needs: [],
    data: {},
    ...relations,
  };
}

const orders = 'Db.example.com/shop/orders';
const copy = 'Db.example.com/shop/copy';
const backup = 'Backup.example.com/shop/nightly';
const cronJob = 'CronJob.batch/shop/nightly';
const job = 'Job.batch/shop/nightly-1';

function gatheredFor(root: string, facts: readonly Fact[]): string[] {
  const found = relateFacts({ engines, facts }).find(
    related => related.root.key === root,
  );
  return [...(found?.gathered.keys() ?? [])].sort();
}

describe('relateFacts', () => {
  it('goes on to what the facts about a database collect', () => {
    const facts = [
      fact(orders),
      fact(backup, { subjects: [orders], collects: [backup] }),
      fact(cronJob, { subjects: [backup], collects: [cronJob] }),
      fact(job, { subjects: [cronJob] }),
      fact('Job.batch/shop/other', { subjects: ['CronJob.batch/shop/other'] }),
    ];
    expect(gatheredFor(orders, facts)).toEqual([backup, cronJob, job].sort());
  });

  it('leaves what another database collects to that one', () => {
    const ofCopy = 'Backup.example.com/shop/of-copy';
    const facts = [
      fact(orders),
      fact(backup, { subjects: [orders], collects: [backup] }),
      fact(copy, { subjects: [backup], collects: ['archive//copy'] }),
      fact(ofCopy, { subjects: ['archive//copy'] }),
    ];
    expect(gatheredFor(orders, facts)).toEqual([backup, copy].sort());
    expect(gatheredFor(copy, facts)).toEqual([ofCopy]);
  });

  it('comes to an end where facts collect one another', () => {
    const facts = [
      fact(orders),
      fact(backup, { subjects: [orders, cronJob], collects: [backup] }),
      fact(cronJob, { subjects: [backup], collects: [cronJob] }),
    ];
    expect(gatheredFor(orders, facts)).toEqual([backup, cronJob].sort());
  });
});
