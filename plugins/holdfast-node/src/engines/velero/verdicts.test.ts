import { KubernetesObject } from '../../engine';
import { orders } from '../__testUtils__/orders';
import {
  backup,
  claim,
  database,
  dataDownload,
  dataUpload,
  location,
  namespace,
  now,
  persistentVolume,
  pod,
  podVolumeBackup,
  repository,
  restore,
  schedule,
} from './__testUtils__/objects';
import { describeOnly, judge, limits } from './__testUtils__/judge';

/** A CloudNativePG Cluster without archiver, in a namespace that Velero is told to back up every night. */
const told: KubernetesObject[] = [
  database,
  claim(),
  persistentVolume(),
  pod(),
  namespace('shop'),
  location(),
  repository(),
  schedule(),
];

/** Backups of the last days, each with what it moved. */
const nights = (count: number) =>
  Array.from({ length: count }, (_, day) => {
    const date = new Date(
      Date.parse('2026-11-20T01:00:03Z') - day * 86_400_000,
    );
    const startedAt = `${date.toISOString().slice(0, 19)}Z`;
    const name = `nightly-${startedAt.replace(/\D/g, '')}`;
    return [backup({ name, startedAt }), dataUpload({ of: name })];
  }).flat();

describe('the verdict on a database that Velero backs up', () => {
  it('is Protected where each night has moved its volume', () => {
    const assessment = judge([...told, ...nights(10)]);
    expect(limits(assessment)).toEqual([]);
    expect(assessment.verdict).toBe('protected');
    expect(assessment.rpo.data).toMatchObject({
      basis: 'points',
      // From the start of the backup, not from its end.
      latestRestorable: '2026-11-20T01:00:03.000Z',
    });
  });

  it('is Proven once a restore has brought the volume back', () => {
    const rehearsal = restore();
    const last = backup();
    const objects = [
      ...told,
      ...nights(10),
      last,
      dataUpload(),
      rehearsal,
      dataDownload(),
    ];
    expect(judge(objects).verdict).toBe('proven');
    expect(describeOnly(objects).restores).toMatchObject([
      {
        purpose: 'drill',
        by: 'velero',
        backup: 'nightly-20261120010000',
        target: { namespace: 'rehearsal', name: 'orders' },
        startedAt: '2026-11-20T06:00:01Z',
        readyAt: '2026-11-20T06:12:01Z',
        state: 'succeeded',
      },
    ]);
    // Completed, and the claims were there already.
    expect(
      judge([...told, ...nights(10), last, dataUpload(), rehearsal]).verdict,
    ).toBe('protected');
  });

  it('is Unprotected where Completed backups have not moved the volume', () => {
    const skipped = nights(10).filter(({ kind }) => kind === 'Backup');
    const assessment = judge([...told, ...skipped]);
    expect(assessment.verdict).toBe('unprotected');
    expect(limits(assessment)).toContain('coverage/volume-skipped');
  });

  it('is At risk where only the last one has not', () => {
    const [last, , ...before] = nights(10);
    const assessment = judge([...told, last, ...before]);
    expect(assessment.verdict).toBe('at-risk');
    expect(limits(assessment)).toContain('coverage/volume-skipped');
  });

  it('is Unknown where snapshots stay in their storage and nothing shows them', () => {
    const still = { snapshotMoveData: false };
    const assessment = judge([
      ...told.filter(({ kind }) => kind !== 'Schedule'),
      schedule({ template: still }),
      backup({
        spec: still,
        status: {
          csiVolumeSnapshotsAttempted: 1,
          csiVolumeSnapshotsCompleted: 1,
        },
      }),
    ]);
    expect(assessment.verdict).toBe('unknown');
    expect(limits(assessment)).toEqual(
      expect.arrayContaining([
        'base-backup/uncertain',
        'coverage/intended-only',
      ]),
    );
  });

  it('is Unprotected where no snapshot was completed', () => {
    const still = { snapshotMoveData: false };
    const assessment = judge([...told, backup({ spec: still })]);
    expect(assessment.verdict).toBe('unprotected');
    expect(limits(assessment)).toContain('coverage/volume-skipped');
  });

  describe('of which files are copied', () => {
    const files = { snapshotMoveData: false, defaultVolumesToFsBackup: true };
    const copied = (running: KubernetesObject) => [
      ...told.filter(({ kind }) => kind !== 'Schedule' && kind !== 'Pod'),
      running,
      schedule({ template: files }),
      backup({ spec: files }),
      podVolumeBackup(),
    ];

    it('is Unprotected: they change while they are copied', () => {
      const assessment = judge(copied(pod()));
      expect(assessment.verdict).toBe('unprotected');
      expect(limits(assessment)).toContain('coverage/torn');
    });

    const frozen = (command: string) =>
      pod({ annotations: { 'pre.hook.backup.velero.io/command': command } });
    const retained = 'retention/window-short';

    it.each([
      ['a frozen file system', '["/sbin/fsfreeze", "--freeze", "/data"]'],
      ['a dump', '["/bin/bash", "-c", "pg_dumpall > /data/dump.sql"]'],
    ])('is no longer so with %s', (_, command) => {
      expect(
        limits(judge(copied(frozen(command)))).filter(
          rule => rule !== retained,
        ),
      ).toEqual([]);
    });

    it.each([
      ['of which nobody knows what it does', '["/scripts/quiesce"]'],
      [
        'that takes a lock which ends with it',
        '["psql", "-c", "SELECT pg_backup_start(\'velero\')"]',
      ],
    ])('is Unknown with a hook %s', (_, command) => {
      const assessment = judge(copied(frozen(command)));
      expect(assessment.verdict).toBe('unknown');
    });
  });

  it('is Unprotected where volumes that belong together are snapshotted one after another', () => {
    const wal = claim({ name: 'orders-1-wal', role: 'PG_WAL' });
    const apart = [
      ...told,
      wal,
      backup(),
      dataUpload(),
      dataUpload({ pvc: 'orders-1-wal' }),
    ];
    expect(limits(judge(apart))).toContain('coverage/torn');

    const grouped = { 'velero.io/group': 'orders' };
    const [point] = describeOnly([
      database,
      claim({ labels: grouped }),
      claim({ name: 'orders-1-wal', role: 'PG_WAL', labels: grouped }),
      location(),
      backup({ spec: { volumeGroupSnapshotLabelKey: 'velero.io/group' } }),
      dataUpload(),
      dataUpload({ pvc: 'orders-1-wal' }),
    ]).recoveryPoints;
    expect(point).toMatchObject({
      consistency: { value: 'crash' },
      claims: ['orders-1', 'orders-1-wal'],
    });
  });

  it('counts what expired, is being deleted or failed for nothing', () => {
    const [last, moved] = nights(1);
    const later = new Date(now.getTime() + 40 * 86_400_000);
    expect(judge([...told, last, moved], { at: later }).verdict).toBe(
      'unprotected',
    );
    for (const phase of ['Deleting', 'Failed', 'FailedValidation']) {
      expect(judge([...told, backup({ phase }), dataUpload()]).verdict).toBe(
        'unprotected',
      );
    }
  });

  it('judges one with errors by this volume', () => {
    const phase = 'PartiallyFailed';
    const [point] = describeOnly([
      ...told,
      backup({ phase, status: { errors: 2 } }),
      dataUpload(),
    ]).recoveryPoints;
    expect(point).toMatchObject({ holding: { value: 'moved' } });
    const failed = describeOnly([
      ...told,
      backup({ phase, status: { errors: 2 } }),
      dataUpload({ phase: 'Failed', message: 'node was drained' }),
    ]);
    expect(failed.recoveryPoints).toEqual([]);
    expect(failed.attempts).toMatchObject([
      { state: 'failed', error: { value: 'orders-1: node was drained' } },
    ]);
  });

  it('is Unknown while the store cannot be reached', () => {
    const assessment = judge([
      ...told.filter(({ kind }) => kind !== 'BackupStorageLocation'),
      location({ phase: 'Unavailable' }),
      ...nights(10),
    ]);
    expect(assessment.verdict).toBe('unknown');
    expect(limits(assessment)).toEqual(['store/unavailable']);
  });

  it('is At risk once the schedule is paused, gone, or leaves the volume out', () => {
    const others = told.filter(({ kind }) => kind !== 'Schedule');
    expect(
      limits(judge([...others, schedule({ paused: true }), ...nights(10)])),
    ).toEqual(['schedule/suspended']);
    expect(limits(judge([...others, ...nights(10)]))).toEqual([
      'schedule/orphaned',
    ]);
    const template = { labelSelector: { matchLabels: { app: 'shop' } } };
    const findings = judge([...others, schedule({ template })]).findings;
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'coverage/selector-misses',
        severity: 'warning',
      }),
    );
  });

  it('is not that of a backup of another claim of the same name', () => {
    expect(
      judge([...told, backup(), dataUpload({ claimUid: 'uid-of-the-former' })])
        .verdict,
    ).toBe('unprotected');
  });
});

describe('a database that its operator backs up', () => {
  // The namespace of the recording.
  const beside = [
    location({ phase: 'Unavailable' }),
    schedule({ template: { includedNamespaces: ['default'] } }),
    backup({ spec: { includedNamespaces: ['*'] }, phase: 'Failed' }),
  ];

  it('is judged as if Velero were not there', () => {
    expect(judge([...orders, ...beside])).toEqual(judge([...orders]));
  });
});

describe('what could not be read', () => {
  const unread = ['Backup', 'Schedule'].map(kind => ({
    kind: `${kind}.velero.io`,
    reason: 'not-in-input' as const,
    message: 'whether there are any cannot be told',
  }));

  it('leaves open whether a database is backed up that has no other way', () => {
    expect(
      describeOnly([database], { unread, reliesOnOthers: true }).missing,
    ).toEqual(unread.map(missing => ({ area: 'protection', ...missing })));
  });

  it('says nothing of one whose operator does it', () => {
    expect(judge([...orders], { unread })).toEqual(judge([...orders]));
  });

  it('is nothing where the API server does not know Velero', () => {
    const absent = unread.map(kind => ({ ...kind, reason: 'absent' as const }));
    expect(
      describeOnly([database], { unread: absent, reliesOnOthers: true })
        .missing,
    ).toEqual([]);
  });

  it('takes no lack of a DataUpload for a volume that was passed over', () => {
    const dataUploads = [
      {
        kind: 'DataUpload.velero.io',
        reason: 'forbidden' as const,
        message: 'may not be listed',
      },
    ];
    expect(judge([...told, backup()], { unread: dataUploads }).verdict).toBe(
      'unknown',
    );
    // Nor where the backup came from a store, as in another cluster.
    const synced = backup({ createdAt: '2026-11-20T09:00:00Z' });
    expect(judge([...told, synced]).verdict).toBe('unknown');
  });
});
