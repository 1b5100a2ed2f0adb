import { JsonObject, JsonValue } from '@backstage/types';
import { KubernetesObject, listAt, objectAt } from '../../../engine';
import { cronJob } from '../__testUtils__/objects';
import { cronJobs } from '../resources';
import { readDump } from './readDump';

function read(script: string, container: JsonObject = {}, more = {}) {
  return readDump(cronJobs, cronJob({ script, container, ...more }));
}

const podPath = ['jobTemplate', 'spec', 'template', 'spec'];

function containersOf({ spec }: KubernetesObject): readonly JsonValue[] {
  return listAt(spec, ...podPath, 'containers');
}

function withContainers(object: KubernetesObject, containers: JsonValue[]) {
  const pod = { ...objectAt(object.spec, ...podPath), containers };
  const jobTemplate = { spec: { template: { spec: pod } } };
  return readDump(cronJobs, {
    ...object,
    spec: { ...object.spec, jobTemplate },
  });
}

describe('readDump', () => {
  // Options by the manual pages of PostgreSQL 17, MySQL 8.4, MariaDB 11.4, Percona XtraBackup 8.4 and Redis 7.4.
  it.each([
    ['pg_dumpall -h postgres', 'pg_dumpall', undefined],
    ['pg_dump -h postgres shop', 'pg_dump', 'shop'],
    ['pg_dump --host=postgres -Fc -d shop -f /b/x', 'pg_dump', 'shop'],
    [
      'pg_dumpall -h postgres --schema-only',
      'pg_dumpall',
      'the schema, without data',
    ],
    [
      'pg_basebackup -h postgres -D /backup/base -Ft',
      'pg_basebackup',
      undefined,
    ],
    ['mysqldump -h mysql --all-databases', 'mysqldump', undefined],
    ['mysqldump -hmysql -A', 'mysqldump', undefined],
    [
      '/usr/bin/mysqldump -h mysql --databases shop crm',
      'mysqldump',
      'shop, crm',
    ],
    ['mysqldump -h mysql -uroot -p$PW shop > /b/x', 'mysqldump', 'shop'],
    [
      'mysqldump -h mysql -A --no-data',
      'mysqldump',
      'the schema, without data',
    ],
    ['mariadb-dump --host mysql --all-databases', 'mariadb-dump', undefined],
    ['mysqlsh root@mysql -- util dump-instance /b', 'mysqlsh', undefined],
    [
      "mysqlsh root@mysql -e \"util.dumpSchemas(['shop'], '/b')\"",
      'mysqlsh',
      'some of its databases',
    ],
    [
      'xtrabackup --backup --host=mysql --target-dir=/b',
      'xtrabackup',
      undefined,
    ],
    ['redis-cli -h redis --rdb /b/dump.rdb', 'redis-cli', undefined],
    ['echo begin; mysqldump -h mysql -A > /b/x', 'mysqldump', undefined],
    ['export F=/b/x && mysqldump -h mysql -A > $F', 'mysqldump', undefined],
    ['kubectl exec mysql-0 -- mysqldump -A > /b/x', 'mysqldump', undefined],
    [
      'if ! mysqldump -h mysql -A > /b/x; then exit 1; fi',
      'mysqldump',
      undefined,
    ],
  ])('knows %s', (script, tool, part) => {
    const dump = read(script);
    expect([dump?.tool, dump?.part]).toEqual([tool, part]);
  });

  it.each([
    ['what restores', 'mysql -h mysql < /b/x'],
    ['what speaks of it', 'echo mysqldump is done'],
    ['what installs it', 'apk add mysqldump'],
    ['what is commented out', '# mysqldump -h mysql -A\ntrue'],
    ['roles alone', 'pg_dumpall -h postgres --globals-only'],
    ['a copy that is prepared', 'xtrabackup --prepare --target-dir=/b'],
    ['a question to Redis', 'redis-cli -h redis bgsave'],
  ])('does not take %s for a dump', (_, script) => {
    expect(read(script)).toBeUndefined();
  });

  it('does not take the jobs of operators', () => {
    const owned = cronJob();
    owned.metadata.ownerReferences = [
      {
        apiVersion: 'k8s.mariadb.com/v1alpha1',
        kind: 'Backup',
        name: 'backup',
        uid: 'x',
      },
    ];
    expect(readDump(cronJobs, owned)).toBeUndefined();
  });

  // "DNS for Services and Pods" of the documentation of Kubernetes.
  it.each([
    ['-h mysql', ['host/shop/mysql']],
    ['-h mysql.data', ['host/data/mysql']],
    ['-h mysql.data.svc', ['host/data/mysql']],
    ['-h mysql.data.svc.cluster.local', ['host/data/mysql']],
    ['-h mysql-0.mysql.data.svc.cluster.local', ['host/data/mysql']],
    ['-h mysql-0.mysql', ['host/mysql/mysql-0', 'host/shop/mysql']],
    ['-h "$DB_HOST"', ['host/data/mysql']],
    ['-h $(DB_HOST)', ['host/data/mysql']],
    ['-h ${OTHER:-mysql}', ['host/shop/mysql']],
    ['', ['host/data/mysql']],
  ])('finds the server of mysqldump %s', (option, hosts) => {
    const env = [
      { name: 'DB_HOST', value: 'mysql.data' },
      { name: 'S3_HOST', value: 'minio.minio.svc' },
    ];
    expect(read(`mysqldump ${option} -A`, { env })).toMatchObject({
      hosts,
      about: hosts,
    });
  });

  it.each([
    'postgresql://app:pa%40ss@postgres.data:5432/shop',
    '"host=postgres.data dbname=shop password=x"',
  ])('finds the server in an address: %s', address => {
    const dump = read(`pg_dump -d ${address}`);
    expect(dump?.hosts).toEqual(['host/data/postgres']);
    expect(JSON.stringify(dump)).not.toMatch(/pa%40ss|password/);
  });

  it.each(['$DB_HOST', 'localhost', '127.0.0.1'])(
    'does not guess which server %s is',
    host => {
      const env = [
        {
          name: 'DB_HOST',
          valueFrom: { secretKeyRef: { name: 's', key: 'h' } },
        },
      ];
      expect(read(`mysqldump -h ${host} -A`, { env })).toMatchObject({
        hosts: [],
        about: ['unnamed-host/shop/mysql'],
      });
    },
  );

  it('is about nothing here when the server is elsewhere', () => {
    expect(
      read('mysqldump -h db.eu-west-1.rds.amazonaws.com -A')?.about,
    ).toEqual([]);
  });

  const claims = {
    container: { volumeMounts: [{ name: 'v', mountPath: '/backup' }] },
    volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'dumps' } }],
  };
  const on = (source: JsonObject) => ({
    ...claims,
    volumes: [{ name: 'v', ...source }],
  });

  it.each([
    [
      'mysqldump -h mysql -A | gzip | aws s3 cp - s3://backups/mysql/$(date +%F).gz',
      { kind: 'bucket', location: 's3://backups/mysql', bucket: 'backups' },
    ],
    [
      'mysqldump -h mysql -A > /tmp/x; aws --endpoint-url https://minio.example.com s3 cp /tmp/x s3://$BUCKET/mysql/',
      {
        kind: 'bucket',
        location: 's3://dumps-eu/mysql',
        bucket: 'dumps-eu',
        endpoint: 'https://minio.example.com',
      },
    ],
    [
      'mysqldump -h mysql -A > /tmp/x && gsutil cp /tmp/x gs://backups/x.sql',
      { kind: 'bucket', location: 'gs://backups', bucket: 'backups' },
    ],
    [
      'mysqldump -h mysql -A > /tmp/x && azcopy copy /tmp/x "https://acct.blob.core.windows.net/dumps/x?sv=2024&sig=very-secret"',
      {
        kind: 'bucket',
        location: 'https://acct.blob.core.windows.net/dumps',
        bucket: 'acct.blob.core.windows.net/dumps',
      },
    ],
    [
      'mysqldump -h mysql -A | restic -r s3:https://s3.eu-central-1.amazonaws.com/backups/mysql backup --stdin',
      {
        kind: 'bucket',
        location: 's3://backups/mysql',
        bucket: 'backups',
        endpoint: 'https://s3.eu-central-1.amazonaws.com',
      },
    ],
    [
      'mysqldump -h mysql -A | rclone rcat offsite:mysql/$(date +%F).sql',
      { kind: 'remote', location: 'offsite:mysql' },
    ],
    [
      'mysqldump -h mysql -A > /tmp/x && scp /tmp/x backup@vault.example.com:/srv/',
      { kind: 'remote', location: 'vault.example.com' },
    ],
    [
      'mysqldump -h mysql -A > /backup/$(date +%F).sql',
      { kind: 'claim', claim: 'dumps' },
    ],
    [
      'mysqldump -h mysql -A | gzip > /backup/x.gz',
      { kind: 'claim', claim: 'dumps' },
    ],
    [
      'mysqldump -h mysql -A --result-file=/backup/x',
      { kind: 'claim', claim: 'dumps' },
    ],
    [
      'DIR=/backup; mysqldump -h mysql -A > "$DIR/x"',
      { kind: 'claim', claim: 'dumps' },
    ],
    ['mysqldump -h mysql -A > /tmp/x.sql', { kind: 'pod' }],
    [
      'mysqldump -h mysql -A | aws s3 cp - s3://dumps-eu/x --dryrun',
      { kind: 'unknown' },
    ],
    [
      'mysqldump -h mysql -A > /tmp/x && rclone copy --dry-run /tmp/x off:x',
      { kind: 'unknown' },
    ],
    ['mysqldump -h mysql -A > $WHERE/x', { kind: 'unknown' }],
    [
      'mysqldump -h mysql -A > /tmp/x && python upload.py /tmp/x',
      { kind: 'unknown' },
    ],
    [
      'mysqldump -h mysql -A > /tmp/x && aws s3 cp /tmp/x s3://$UNTOLD/x',
      { kind: 'unknown' },
    ],
    [
      'aws s3 ls s3://backups; mysqldump -h mysql -A > /backup/x',
      { kind: 'claim', claim: 'dumps' },
    ],
  ])('tells where %s goes', (script, destination) => {
    const dump = read(
      script,
      { ...claims.container, env: [{ name: 'BUCKET', value: 'dumps-eu' }] },
      { volumes: claims.volumes },
    );
    expect(dump?.destination).toEqual(destination);
    expect(JSON.stringify(dump)).not.toContain('very-secret');
  });

  it.each([
    [{ emptyDir: {} }, { kind: 'pod' }],
    [
      { hostPath: { path: '/srv' } },
      { kind: 'node', location: '/backup/x on the node' },
    ],
    [
      { nfs: { server: 'nas', path: '/x' } },
      { kind: 'elsewhere', location: 'a volume of nfs' },
    ],
  ])('tells a volume of %j', (source, destination) => {
    const { container, volumes } = on(source);
    expect(
      read('mysqldump -h mysql -A > /backup/x', container, { volumes })
        ?.destination,
    ).toEqual(destination);
  });

  it('does not call lost what another container may upload', () => {
    const object = cronJob({
      script: 'mysqldump -h mysql -A > /backup/x',
      ...on({ emptyDir: {} }),
    });
    const [dump] = containersOf(object);
    const upload = {
      name: 'upload',
      image: 'amazon/aws-cli',
      command: ['aws'],
      args: ['s3', 'cp', '/backup/x', 's3://backups/mysql/x.sql'],
    };
    expect(withContainers(object, [dump, upload])?.destination).toEqual({
      kind: 'bucket',
      location: 's3://backups/mysql',
      bucket: 'backups',
    });
    const unseen = { name: 'upload', image: 'example.com/upload' };
    expect(withContainers(object, [dump, unseen])?.destination.kind).toBe(
      'unknown',
    );
  });

  // POSIX.1-2024, Shell Command Language: 2.9.2 Pipelines, 2.14 set -e.
  it.each([
    ['mysqldump -h mysql -A | gzip > /b/x', 'pipe'],
    ['set -o pipefail; mysqldump -h mysql -A | gzip > /b/x', undefined],
    ['set -euo pipefail\nmysqldump -h mysql -A | gzip > /b/x', undefined],
    ['mysqldump -h mysql -A > /b/x', undefined],
    ['mysqldump -h mysql -A > /b/x\nls /b', 'sequence'],
    ['set -e\nmysqldump -h mysql -A > /b/x\nls /b', undefined],
    ['set -e; mysqldump -h mysql -A > /b/x || true', 'sequence'],
    [
      'set -eo pipefail; mysqldump -h mysql -A | gzip > /b/x || echo failed',
      'sequence',
    ],
    ['set -e; mysqldump -h mysql -A > /b/x || exit 1', undefined],
    [
      'set -o pipefail; mysqldump -h mysql -A | gzip > /b/x || exit 1',
      undefined,
    ],
    ['mysqldump -h mysql -A > /b/x && ls /b', undefined],
    ['if mysqldump -h mysql -A > /b/x; then ls /b; else exit 1; fi', undefined],
  ])('tells whether the success of %j proves one', (script, unproven) => {
    expect(read(script)?.unproven).toBe(unproven);
  });

  it('takes images that dump by themselves for dumps of which little is known', () => {
    // https://hub.docker.com/r/prodrigestivill/postgres-backup-local
    const dump = read('', {
      image: 'prodrigestivill/postgres-backup-local:17',
      command: undefined,
      args: undefined,
      env: [{ name: 'POSTGRES_HOST', value: 'postgres' }],
    });
    expect(dump).toMatchObject({
      tool: 'postgres-backup-local',
      family: 'postgresql',
      hosts: ['host/shop/postgres'],
      isHidden: true,
      destination: { kind: 'unknown' },
    });
  });

  it('does not let variables grow without end', () => {
    const doubled = 'A=$A$A; '.repeat(40);
    const dump = read(
      `A=xxxxxxxx; ${doubled} mysqldump -h mysql -A > /backup/$A`,
    );
    expect(dump?.hosts).toEqual(['host/shop/mysql']);
    expect(JSON.stringify(dump).length).toBeLessThan(10_000);
  });

  it('keeps no value of the environment', () => {
    const dump = read('mysqldump -h mysql -A -p"$MYSQL_PASSWORD" > /b/x', {
      env: [
        { name: 'MYSQL_PASSWORD', value: 'very-secret' },
        { name: 'NOTE', value: 'also-private' },
      ],
    });
    expect(JSON.stringify(dump)).not.toMatch(/very-secret|also-private/);
  });
});
