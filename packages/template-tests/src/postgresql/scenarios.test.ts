import {
  chmod,
  copyFile,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemplateUnderTest, writeRepository } from '../TemplateUnderTest';
import { Ended, run } from '../tools';
import { leastAnswers } from './choices';

jest.setTimeout(60_000);

/**
 * The scripts of a repository against a kubectl that plays a cluster (`standIn.sh`). What a real one does is for a real one to say; here it is
 * that they ask in the right order, tell the truth of what they saw, and stop where they should.
 */
describe('the scenarios of a PostgreSQL repository', () => {
  let repository: string;
  let state: string;

  beforeAll(async () => {
    const template = await TemplateUnderTest.start('postgresql');
    repository = await writeRepository(
      await template.render({
        ...leastAnswers,
        store: 's3-compatible',
        endpoint: 'https://s3.example',
        snapshotClass: 'csi-snapshots',
        secondRegion: 'eu-central-1',
        secondCluster: 'prod-eu-central',
      }),
    );
    await template.stop();
  });
  afterAll(async () => {
    await rm(repository, { recursive: true });
  });

  beforeEach(async () => {
    state = await mkdtemp(join(tmpdir(), 'holdfast-stand-in-'));
    await copyFile(join(__dirname, 'standIn.sh'), join(state, 'kubectl'));
    await chmod(join(state, 'kubectl'), 0o755);
    await given({
      'cluster-orders': '',
      'primary-orders': 'orders-1',
      'phase-orders': 'Cluster in healthy state',
      'instances-orders': '2',
      archiving: 'True',
      first: '2026-01-01T02:04:10Z',
      last: '2026-01-31T02:04:10Z',
      'backup-phase': 'completed',
      kept: '3',
      checks: 'the database takes writes|t\nevery index is valid|t\n',
    });
  });
  afterEach(async () => {
    await rm(state, { recursive: true });
  });

  async function given(facts: Record<string, string>) {
    for (const [name, value] of Object.entries(facts)) {
      await writeFile(join(state, name), value);
    }
  }
  const seen = (file: string) =>
    readFile(join(state, file), 'utf8').catch(() => '');

  function play(
    script: string,
    env: Record<string, string> = {},
  ): Promise<Ended> {
    return run('bash', [`scenarios/${script}.sh`], {
      cwd: repository,
      env: {
        PATH: `${state}:${process.env.PATH}`,
        HOME: state,
        STATE: state,
        WAIT_SECONDS: '3',
        POLL_SECONDS: '0.05',
        WRITE_SECONDS: '0',
        ...env,
      },
    });
  }

  describe('status', () => {
    it('says how far back a restore can go', async () => {
      const { code, stdout } = await play('status');
      expect(stdout).toContain('restorable from    2026-01-01T02:04:10Z');
      expect(stdout).toContain('2 of 2 ready, primary orders-1');
      expect(stdout).toContain('lose at most 1 h, back within 4 h');
      expect(code).toBe(0);
    });

    it('fails when archiving works and there is no base backup', async () => {
      await given({ first: '', last: '' });
      const { code, stdout } = await play('status');
      expect(stdout).toContain('never: no base backup is in the object store');
      expect(code).toBe(1);
    });

    it('fails when archiving does not work', async () => {
      await given({ archiving: 'False' });
      expect((await play('status')).code).toBe(1);
    });

    it.each([
      ['cannot be read', { 'api-down': '' }, 'connection refused'],
      ['is not there', {}, 'there is no Cluster missing in namespace orders'],
    ])('says so when the database %s', async (_, facts, words) => {
      await given(facts);
      const { code, stderr } = await play('status', { CLUSTER: 'missing' });
      expect(stderr).toContain(words);
      expect(code).toBe(1);
    });

    it('asks the cluster that it is told to', async () => {
      await play('status', { CONTEXT: 'staging', NAMESPACE: 'shop' });
      expect(await seen('calls')).toMatch(
        /^--context staging --namespace shop get /,
      );
    });
  });

  describe('backup', () => {
    it('takes a backup with the plugin and waits for it', async () => {
      const { code, stdout } = await play('backup');
      expect(await seen('created')).toMatch(
        /kind: Backup\n[^]*name: orders\n {2}method: plugin\n[^]*barman-cloud\.cloudnative-pg\.io/,
      );
      expect(stdout).toMatch(
        /completed in \d+ s; restorable from 2026-01-31T02:04:10Z on/,
      );
      expect(code).toBe(0);
    });

    it('passes on why it failed', async () => {
      await given({ 'backup-phase': 'failed' });
      const { code, stderr } = await play('backup');
      expect(stderr).toContain('failed: the store refused it');
      expect(code).toBe(1);
    });

    it('does not wait for ever', async () => {
      await given({ 'backup-phase': 'running' });
      const { code, stderr } = await play('backup', { WAIT_SECONDS: '1' });
      expect(stderr).toMatch(
        /the end of Backup orders-\d+ did not come within 1 s/,
      );
      expect(code).toBe(1);
    });
  });

  describe('failover', () => {
    it('kills the primary, and counts what was acknowledged and kept', async () => {
      const { code, stdout } = await play('failover', { YES: '1' });
      expect(await seen('calls')).toMatch(
        /delete pod orders-1 --grace-period=0 --force/,
      );
      expect(stdout).toContain('killed orders-1');
      expect(stdout).toContain('new primary           orders-2, timeline 2');
      expect(stdout).toMatch(/writes went on after {2}\d+ s/);
      expect(stdout).toContain('acknowledged writes   3, of which 0 are lost');
      expect(code).toBe(0);
    });

    it('lets a lost write pass where replication does not wait for replicas', async () => {
      await given({ kept: '2' });
      const { code, stdout } = await play('failover', { YES: '1' });
      expect(stdout).toContain('of which 1 are lost');
      expect(code).toBe(0);
    });

    it('calls a lost write a fault where commits wait for replicas', async () => {
      await given({
        kept: '2',
        synchronous: '{"dataDurability":"required","method":"any","number":1}',
      });
      const { code, stderr } = await play('failover', { YES: '1' });
      expect(stderr).toContain('this is a fault');
      expect(code).toBe(1);
    });

    it.each([
      [
        'there is one instance',
        { 'instances-orders': '1' },
        { YES: '1' },
        'there is none to fail over to',
      ],
      ['nobody agreed', {}, {}, 'say YES=1 to go on'],
    ])('kills nothing when %s', async (_, facts, env, words) => {
      await given(facts);
      const { code, stderr } = await play('failover', env);
      expect(stderr).toContain(words);
      expect(code).toBe(1);
      expect(await seen('calls')).not.toContain('delete pod');
    });

    it('fails when no other instance is promoted', async () => {
      await given({ 'never-promotes': '' });
      const { code, stderr } = await play('failover', { YES: '1' });
      expect(stderr).toContain(
        'the promotion of another instance did not come',
      );
      expect(code).toBe(1);
    });
  });

  describe('restore', () => {
    it('makes a copy from the archive, of the size that the database has now', async () => {
      const { code, stdout } = await play('restore');
      const created = await seen('created');
      expect(created).toContain("name: 'orders-restored'");
      expect(created).toContain("holdfast.io/purpose: 'restore'");
      expect(created).toContain("imageName: 'registry.example/postgresql:18'");
      expect(created).toContain(
        "storage: { size: '40Gi', storageClass: 'live-class' }",
      );
      expect(created).toContain("serverName: 'orders'");
      expect(created).not.toMatch(/recoveryTarget|@/);
      expect(stdout).toMatch(
        /orders-restored, in \d+ s \(the objective is 4 h\)/,
      );
      expect(code).toBe(0);
    });

    it('works when the database is gone', async () => {
      await rm(join(state, 'cluster-orders'));
      const { code } = await play('restore');
      const created = await seen('created');
      expect(created).toContain("storage: { size: '20Gi' }");
      expect(created).toContain(
        "imageName: 'ghcr.io/cloudnative-pg/postgresql:18-standard-trixie'",
      );
      expect(code).toBe(0);
    });

    it('leaves a copy that is there already alone', async () => {
      await given({ 'cluster-orders-restored': '' });
      const { code, stderr } = await play('restore');
      expect(stderr).toContain('there is a Cluster orders-restored already');
      expect(await seen('created')).toBe('');
      expect(code).toBe(1);
    });

    it('says so at once when the archive cannot be restored', async () => {
      await given({ 'restore-impossible': '' });
      const { code, stderr } = await play('restore');
      expect(stderr).toContain(
        'orders-restored cannot be restored; its job says why',
      );
      expect(code).toBe(1);
    });
  });

  describe('point-in-time', () => {
    it('restores to the moment that it is given', async () => {
      const { code, stdout } = await play('point-in-time', {
        TIME: '2026-01-15 11:59:00+01',
      });
      expect(await seen('created')).toContain(
        "recoveryTarget: { targetTime: '2026-01-15 11:59:00+01' }",
      );
      expect(stdout).toContain('orders-restored as of 2026-01-15 11:59:00+01');
      expect(code).toBe(0);
    });

    // On a real cluster, right after the accident: "recovery ended before configured recovery target was reached".
    it('first has the database archive a commit from after the moment', async () => {
      await play('point-in-time', { TIME: '2026-01-15 11:59:00Z' });
      expect(await seen('calls')).toMatch(
        /txid_current[^]*pg_switch_wal[^]*00000001000000000000000A' FROM pg_stat_archiver[^]* create /,
      );
    });

    it.each([
      [
        'does not archive',
        { 'never-archives': '' },
        'WAL file 00000001000000000000000A in the object store did not come within 1 s',
      ],
      [
        'does not answer',
        { 'sql-fails': '' },
        'what it has not archived is not in the copy',
      ],
    ])('says so and goes on when the database %s', async (_, facts, words) => {
      await given(facts);
      const { code, stdout, stderr } = await play('point-in-time', {
        TIME: '2026-01-15 11:59:00Z',
        ARCHIVE_SECONDS: '1',
      });
      expect(stdout + stderr).toContain(words);
      expect(await seen('created')).toContain('targetTime');
      expect(code).toBe(0);
    });

    it('works when the database is gone', async () => {
      await rm(join(state, 'cluster-orders'));
      const { code } = await play('point-in-time', {
        TIME: '2026-01-15 11:59:00Z',
      });
      expect(await seen('created')).toContain('targetTime');
      expect(code).toBe(0);
    });

    it.each([
      ['no time', '', "TIME is '': give a time with its zone"],
      [
        'a time without a zone',
        '2026-01-15 11:59:00',
        'give a time with its zone',
      ],
      [
        'a time before the window',
        '2025-12-31 23:59:00+00',
        'the first moment that can be restored',
      ],
      ['a time to come', '2126-01-15 11:59:00+00', 'is in the future'],
    ])('refuses %s', async (_, TIME, words) => {
      const { code, stderr } = await play('point-in-time', { TIME });
      expect(stderr).toContain(words);
      expect(code).toBe(1);
      expect(await seen('created')).toBe('');
    });

    it('does not try where there is no base backup', async () => {
      await given({ first: '' });
      const { stderr } = await play('point-in-time', {
        TIME: '2026-01-15 11:59:00Z',
      });
      expect(stderr).toContain('there is nothing to restore from');
    });
  });

  describe('restore-drill', () => {
    it('restores, checks, measures and removes', async () => {
      const { code, stdout } = await play('restore-drill');
      expect(await seen('created')).toContain("holdfast.io/purpose: 'drill'");
      expect(stdout).toContain('held    every index is valid');
      expect(stdout).toMatch(/restored and checked {2}in \d+ s/);
      expect(await seen('calls')).toContain(
        'delete clusters.postgresql.cnpg.io orders-drill',
      );
      expect(code).toBe(0);
    });

    it.each([
      [
        'a check does not hold',
        { checks: 'the database takes writes|t\nevery index is valid|f\n' },
        'FAILED  every index is valid',
      ],
      [
        'a statement cannot be run',
        { 'sql-fails': '' },
        'FAILED  the statements in checks.sql could be run',
      ],
    ])('fails and keeps the copy when %s', async (_, facts, words) => {
      await given(facts);
      const { code, stdout, stderr } = await play('restore-drill');
      expect(stdout).toContain(words);
      expect(stderr).toContain('stays to be looked at');
      expect(await seen('calls')).not.toContain('delete clusters');
      expect(code).toBe(1);
    });

    it('fails when the copy never takes writes', async () => {
      await given({ 'unready-orders-drill': '' });
      const { code, stderr } = await play('restore-drill', {
        WAIT_SECONDS: '1',
      });
      expect(stderr).toContain('the copy orders-drill did not come within 1 s');
      expect(code).toBe(1);
    });

    it('fails when it took longer than the objective', async () => {
      const { code, stderr } = await play('restore-drill', {
        RTO_SECONDS: '-1',
      });
      expect(stderr).toContain('the objective is 4 h');
      expect(code).toBe(1);
    });
  });

  describe('promote-second-region', () => {
    it('first changes Git, then promotes in the second region', async () => {
      const topology = join(repository, 'components/two-regions/topology.yaml');
      const before = await readFile(topology, 'utf8');
      const first = await play('promote-second-region', { YES: '1' });
      expect(first).toMatchObject({
        code: 3,
        stdout: expect.stringContaining(
          'commit and push it, and run this again',
        ),
      });
      expect(await readFile(topology, 'utf8')).toContain(
        '    primary: orders-eu-central-1\n',
      );
      expect(await seen('calls')).toBe('');

      const second = await play('promote-second-region', { YES: '1' });
      expect(await seen('calls')).toContain(
        '--context prod-eu-central --namespace orders patch clusters.postgresql.cnpg.io orders',
      );
      expect(second.stdout).toMatch(
        /orders-1 in prod-eu-central takes writes, after \d+ s/,
      );
      expect(second.code).toBe(0);

      await given({ 'in-recovery': '' });
      const stuck = await play('promote-second-region', {
        YES: '1',
        WAIT_SECONDS: '1',
      });
      expect(stuck.stderr).toContain(
        'the promotion of orders in prod-eu-central did not come',
      );
      expect(stuck.code).toBe(1);
      await writeFile(topology, before);
    });
  });

  describe('prune-snapshots', () => {
    beforeEach(() =>
      given({
        snapshots: [
          '2020-01-01T00:00:00Z completed orders oldest',
          '2020-01-02T00:00:00Z completed orders newest',
          '2020-01-03T00:00:00Z failed orders failed',
          '2019-01-01T00:00:00Z completed other theirs',
          '',
        ].join('\n'),
      }),
    );

    it('says what it would delete, and leaves the newest and those of others', async () => {
      const { code, stdout } = await play('prune-snapshots');
      expect(stdout).toBe('would delete  oldest of 2020-01-01T00:00:00Z\n');
      expect(await seen('deleted')).toBe('');
      expect(code).toBe(0);
    });

    it('deletes it when told to', async () => {
      await play('prune-snapshots', { YES: '1' });
      expect(await seen('deleted')).toBe('oldest\n');
    });

    it('refuses days that are none', async () => {
      const { code, stderr } = await play('prune-snapshots', { DAYS: '0' });
      expect(stderr).toContain("DAYS is '0'");
      expect(code).toBe(1);
    });
  });

  describe('store-secret', () => {
    it('makes a Secret once, and shows nothing of it', async () => {
      const { stdout } = await play('store-secret', {
        SECRET_ACCESS_KEY: 'of-this-test',
      });
      expect(await seen('created')).toContain(
        'SECRET_ACCESS_KEY: "of-this-test"',
      );
      expect(await seen('created')).toMatch(/ACCESS_KEY_ID: "[0-9a-f]{20}"/);
      expect(stdout).toBe(
        'namespace orders made\nSecret orders-object-store made\n',
      );
      expect(await seen('calls')).not.toContain('of-this-test');
    });

    it('takes the namespace that is there', async () => {
      await given({ 'namespace-orders': '' });
      const { stdout } = await play('store-secret');
      expect(stdout).toBe('Secret orders-object-store made\n');
      expect(await seen('created')).not.toContain('kind: Namespace');
    });

    it('leaves one that is there', async () => {
      await given({ 'secret-orders-object-store': '' });
      const { code, stdout } = await play('store-secret');
      expect(stdout).toContain('it is left as it is');
      expect(await seen('created')).toBe('');
      expect(code).toBe(0);
    });
  });
});
