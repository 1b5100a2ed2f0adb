import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../../engine';
import { judge, limits } from './__testUtils__/describe';
import {
  claim,
  cronJob,
  dumpToBucket,
  job,
  mysql,
  pod,
  postgres,
  service,
} from './__testUtils__/objects';

/** WordPress and MySQL: `application/wordpress/mysql-deployment.yaml` of the documentation of Kubernetes. */
const wordpressMysql = ((): KubernetesObject => {
  const workload = mysql({
    spec: { selector: { matchLabels: { app: 'wordpress', tier: 'mysql' } } },
  });
  workload.metadata.name = 'wordpress-mysql';
  return workload;
})();

/** As many jobs as a CronJob leaves unless told otherwise: the last three. */
function nights(options: Parameters<typeof job>[0] = {}): KubernetesObject[] {
  return [18, 19, 20].map(day =>
    job({
      startTime: `2026-11-${day}T02:00:00Z`,
      completionTime: `2026-11-${day}T02:01:10Z`,
      ...options,
    }),
  );
}

const server = [mysql(), service(), claim(), pod];
const onClaim = (name: string, script: string) => ({
  script,
  container: { volumeMounts: [{ name: 'v', mountPath: '/backup' }] },
  volumes: [{ name: 'v', persistentVolumeClaim: { claimName: name } }],
});

describe('the tutorials of Kubernetes', () => {
  it.each([
    ['a single MySQL', server, 'mysql'],
    ['WordPress and MySQL', [wordpressMysql, claim()], 'wordpress-mysql'],
    ['its manifests alone', [{ ...mysql(), status: undefined }], 'mysql'],
  ])('are reported and unprotected: %s', (_, objects, name) => {
    expect(judge(objects, { name }).verdict).toBe('unprotected');
    expect(judge(objects, { name, basis: 'declared' })).toMatchObject({
      verdict: 'unprotected',
      predicted: { verdict: 'unprotected' },
    });
  });

  it.each(['CronJob.batch', 'Job.batch', 'Service'])(
    'are unknown where no %s could be read',
    kind => {
      const unread = [
        { kind, reason: 'not-in-input' as const, message: 'unread' },
      ];
      expect(judge(server, { unread }).verdict).toBe('unknown');
      expect(judge(server, { unread, basis: 'declared' }).verdict).toBe(
        'unknown',
      );
    },
  );
});

describe('dumps that a CronJob takes', () => {
  it('protect the server that they name, since their last success began', () => {
    const assessment = judge([...server, cronJob(), ...nights()]);
    expect(limits(assessment)).toEqual([]);
    expect(assessment.verdict).toBe('protected');
    expect(assessment.rpo.data).toMatchObject({
      basis: 'points',
      seconds: 10 * 3600,
      latestRestorable: '2026-11-20T02:00:00.000Z',
    });
  });

  it('would protect it, as declared', () => {
    const every6Hours = cronJob({ spec: { schedule: '0 */6 * * *' } });
    const declared = judge([...server, every6Hours], { basis: 'declared' });
    expect(declared.predicted).toMatchObject({
      verdict: 'protected',
      rpo: { data: { seconds: 6 * 3600 } },
    });
  });

  it('reach it by a Service of another name', () => {
    const script = dumpToBucket.replace('-h mysql', '-h db.shop.svc');
    const objects = [cronJob({ script }), ...nights({ script })];
    expect(judge([...server, service('db'), ...objects]).verdict).toBe(
      'protected',
    );
    expect(judge([...server, ...objects]).verdict).toBe('unprotected');
    expect(
      judge([...server, service('db', { app: 'other' }), ...objects]).verdict,
    ).toBe('unprotected');
  });

  it('count by their success, not by their schedule', () => {
    const failed = job({
      failed: 'Job has reached the specified backoff limit',
    });
    const never = cronJob({ status: { lastSuccessfulTime: undefined } });
    const assessment = judge([...server, never, failed]);
    expect(assessment.verdict).toBe('unprotected');
    const before = job({
      startTime: '2026-11-19T02:00:00Z',
      completionTime: '2026-11-19T02:01:00Z',
    });
    const late = judge([...server, cronJob(), failed, before]);
    expect(late.verdict).toBe('at-risk');
    expect(late.rpo.data.latestRestorable).toBe('2026-11-19T02:00:00.000Z');
    expect(limits(late)).toEqual(
      expect.arrayContaining([
        'base-backup/last-failed',
        'objective/rpo-missed',
        'schedule/overdue',
      ]),
    );
  });

  it('are told by the CronJob where no two of them run at once', () => {
    const forbids = cronJob({ spec: { concurrencyPolicy: 'Forbid' } });
    expect(judge([...server, forbids]).verdict).toBe('protected');
    // With Allow, an earlier run may have ended later.
    expect(judge([...server, cronJob()]).verdict).toBe('unknown');
    const gone = cronJob({
      spec: { concurrencyPolicy: 'Forbid' },
      status: { lastSuccessfulTime: '2026-11-12T02:00:40Z' },
    });
    expect(judge([...server, gone]).verdict).toBe('unprotected');
  });

  it('of some databases protect no server', () => {
    const script = dumpToBucket.replace('--all-databases', '--databases shop');
    const assessment = judge([
      ...server,
      cronJob({ script }),
      ...nights({ script }),
    ]);
    expect(assessment.verdict).toBe('unprotected');
    expect(limits(assessment)).toContain('base-backup/partial');
  });

  describe('of the one database that the server was set up with', () => {
    // https://hub.docker.com/_/mysql and /_/postgres: "the name of a database to be created on image startup".
    const set = (name: string) => [
      { name: 'MYSQL_ROOT_PASSWORD', value: 'very-secret' },
      { name: 'MYSQL_DATABASE', value: name },
    ];
    const script = dumpToBucket.replace('--all-databases', 'shop');
    const dumps = [cronJob({ script }), ...nights({ script })];
    const judgeSetUp = (env: JsonObject[]) =>
      judge([mysql({ container: { env } }), service(), claim(), ...dumps]);

    it('are backups, and say what they leave out', () => {
      const assessment = judgeSetUp(set('shop'));
      expect(assessment.verdict).toBe('protected');
      expect(assessment.findings).toContainEqual(
        expect.objectContaining({
          rule: 'base-backup/one-database',
          severity: 'info',
        }),
      );
    });

    it.each([
      ['another name', set('crm')],
      ['a name from a Secret', [{ name: 'MYSQL_DATABASE', valueFrom: {} }]],
      ['a name of another server', [{ name: 'POSTGRES_DB', value: 'shop' }]],
      ['two names', [...set('shop'), ...set('crm')]],
      ['what is no name', set('shop; very secret')],
    ])('are none of the server for %s', (_, env) => {
      expect(judgeSetUp(env).verdict).toBe('unprotected');
    });

    it('are none where they leave out a table', () => {
      const without = script.replace('shop', '--ignore-table=shop.orders shop');
      const objects = [
        cronJob({ script: without }),
        ...nights({ script: without }),
      ];
      const setUp = mysql({ container: { env: set('shop') } });
      expect(limits(judge([setUp, service(), claim(), ...objects]))).toContain(
        'base-backup/partial',
      );
    });

    it('predict what would be held', () => {
      const setUp = mysql({ container: { env: set('shop') } });
      const { predicted, findings } = judge(
        [setUp, service(), claim(), cronJob({ script })],
        { basis: 'declared' },
      );
      expect(predicted?.verdict).not.toBe('unprotected');
      expect(findings.map(({ rule }) => rule)).toContain(
        'base-backup/one-database',
      );
    });
  });

  it('of one of three servers do not protect three', () => {
    const script =
      'set -eo pipefail; pg_dumpall -h postgres | aws s3 cp - s3://backups/pg/';
    const objects = [cronJob({ script }), ...nights({ script })];
    const one = [postgres(), claim('data-postgres-0'), ...objects];
    expect(judge(one, { name: 'postgres' }).verdict).toBe('protected');
    const three = [postgres({ spec: { replicas: 3 } }), ...objects];
    expect(judge(three, { name: 'postgres' }).verdict).toBe('unprotected');
  });

  it('may go to a claim of the same cluster', () => {
    const options = onClaim('dumps', 'mysqldump -h mysql -A > /backup/x');
    const objects = [...server, cronJob(options), ...nights(options)];
    expect(judge(objects).verdict).toBe('protected');
  });

  it.each([
    [
      'the volume of the database',
      onClaim('mysql-pv-claim', 'mysqldump -h mysql -A > /backup/x'),
    ],
    ['what goes with the pod', { script: 'mysqldump -h mysql -A > /tmp/x' }],
    [
      'an emptyDir',
      {
        ...onClaim('', 'mysqldump -h mysql -A > /backup/x'),
        volumes: [{ name: 'v', emptyDir: {} }],
      },
    ],
  ])('do not count on %s', (_, options) => {
    const objects = [...server, cronJob(options), ...nights(options)];
    expect(judge(objects).verdict).toBe('unprotected');
    expect(judge(objects, { basis: 'declared' }).verdict).toBe('unprotected');
  });

  it.each([
    ['which server', 'mysqldump -h "$UNTOLD" -A | aws s3 cp - s3://backups/'],
    ['where to', 'mysqldump -h mysql -A > "$UNTOLD/x"'],
  ])('leave it open when they do not show %s', (_, script) => {
    const objects = [...server, cronJob({ script }), ...nights({ script })];
    const assessment = judge(objects);
    expect(assessment.verdict).toBe('unknown');
    expect(limits(assessment)).toContain('schedule/uncertain');
    expect(judge(objects, { basis: 'declared' })).toMatchObject({
      verdict: 'unknown',
      predicted: { verdict: 'unknown' },
    });
  });

  it('leave nothing open when they never succeeded', () => {
    const script = 'mysqldump -h "$UNTOLD" -A | aws s3 cp - s3://backups/';
    const never = cronJob({
      script,
      status: { lastScheduleTime: undefined, lastSuccessfulTime: undefined },
    });
    expect(judge([...server, never]).verdict).toBe('unprotected');
  });

  it('of another server in the namespace say nothing', () => {
    const script = dumpToBucket.replace('-h mysql', '-h other');
    expect(
      judge([...server, cronJob({ script }), ...nights({ script })]).verdict,
    ).toBe('unprotected');
  });

  it('of before the workload was made anew are not of this one', () => {
    const anew = mysql();
    anew.metadata.creationTimestamp = '2026-11-20T08:00:00Z';
    expect(
      judge([anew, service(), claim(), cronJob(), ...nights()]).verdict,
    ).toBe('unprotected');
  });

  it('are at risk where they are suspended', () => {
    const suspended = cronJob({ spec: { suspend: true } });
    expect(limits(judge([...server, suspended, job()]))).toContain(
      'schedule/suspended',
    );
  });

  // gzip succeeds with what mysqldump got out before it failed: POSIX, Shell Command Language, 2.9.2.
  it('leave open whether there is a backup where their success proves little', () => {
    const script = dumpToBucket.replace('set -euo pipefail; ', '');
    const { findings, verdict } = judge([
      ...server,
      cronJob({ script }),
      ...nights({ script }),
    ]);
    expect(verdict).toBe('unknown');
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'base-backup/uncertain',
        message: expect.stringContaining('whether the dump in it succeeded'),
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'schedule/success-unproven',
        severity: 'warning',
      }),
    );
  });

  it('dump the databases of operators as well', () => {
    // `mariadb-repl` of examples/manifests of mariadb-operator, without any Backup.
    const mariadb: KubernetesObject = {
      apiVersion: 'k8s.mariadb.com/v1alpha1',
      kind: 'MariaDB',
      metadata: {
        name: 'mariadb-repl',
        namespace: 'shop',
        uid: 'b',
        creationTimestamp: '2026-10-01T08:00:00Z',
      },
      spec: { replicas: 1, storage: { size: '1Gi' } },
      status: {
        replicas: 1,
        conditions: [
          { type: 'Ready', status: 'True', reason: 'StatefulSetReady' },
        ],
      },
    };
    const script = dumpToBucket.replace('-h mysql', '-h mariadb-repl-primary');
    const name = 'mariadb-repl';
    expect(judge([mariadb], { name }).verdict).toBe('unprotected');
    expect(
      judge([mariadb, cronJob({ script }), ...nights({ script })], { name })
        .verdict,
    ).toBe('protected');
  });
});

describe('data that goes with its pod', () => {
  const lost = mysql({
    pod: { volumes: [{ name: 'mysql-persistent-storage', emptyDir: {} }] },
  });

  it('is unprotected, and at risk with dumps', () => {
    expect(limits(judge([lost, service()]))).toContain('volume/ephemeral');
    const dumped = judge([lost, service(), cronJob(), ...nights()]);
    expect(dumped.verdict).toBe('at-risk');
    expect(limits(dumped)).toEqual(['volume/ephemeral']);
  });
});
