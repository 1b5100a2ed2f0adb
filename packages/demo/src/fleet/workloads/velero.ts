import { nightly, weekly } from '../../workloads/Rhythm';
import { VeleroTraits } from '../../workloads/velero/VeleroTraits';

/** Velero in each of the clusters: schedules that select workloads by a label, and how they fare. */
export const veleros: readonly VeleroTraits[] = [
  {
    cluster: 'prod-eu-west',
    locations: [
      { name: 'default' },
      { name: 'archive', maintenanceStaleDays: 19, tellsRegion: true },
    ],
    schedules: [
      { name: 'nightly', rhythm: nightly('01:00') },
      { name: 'files', rhythm: nightly('01:30'), method: 'file-system' },
      {
        name: 'builds',
        rhythm: nightly('00:10'),
        skips: ['build-queue-build-queue-0'],
      },
      {
        name: 'weekly',
        rhythm: weekly('sunday', '04:00'),
        keepDays: 180,
        pausedDaysAgo: 121,
      },
      { name: 'archive', rhythm: nightly('00:40'), location: 'archive' },
    ],
  },
  {
    cluster: 'prod-us-east',
    locations: [{ name: 'default' }, { name: 'old-store', unavailable: true }],
    schedules: [
      { name: 'nightly', rhythm: nightly('01:00'), restoredDaysAgo: 6 },
      { name: 'files', rhythm: nightly('01:30'), method: 'file-system' },
      { name: 'old-store', rhythm: nightly('01:15'), location: 'old-store' },
      { name: 'snapshots', rhythm: nightly('00:50'), method: 'snapshot' },
      {
        name: 'handmade',
        rhythm: nightly('05:00'),
        keepDays: 12,
        deletedDaysAgo: 10.5,
      },
    ],
  },
  {
    cluster: 'dev',
    locations: [{ name: 'default' }],
    schedules: [
      { name: 'nightly', rhythm: nightly('01:10') },
      {
        name: 'team-nightly',
        rhythm: nightly('01:00'),
        namespaces: ['developer-tools', 'developer-tools-old'],
      },
    ],
  },
];
