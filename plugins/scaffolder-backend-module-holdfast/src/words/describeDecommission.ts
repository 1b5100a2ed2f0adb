import {
  DecommissionCost,
  DecommissionRecord,
  DecommissionStage,
  decommissionStages,
  PhaseCost,
  PostgresqlChoices,
  VolumeFate,
} from '@holdfast/plugin-holdfast-common';

/** What a pull request says. */
export interface DecommissionWords {
  title: string;
  /** In Markdown. */
  description: string;
}

/** What there is to tell of. */
export interface DecommissionStory {
  record: DecommissionRecord;
  choices: PostgresqlChoices;
  /** Undefined: nothing could be estimated, for `costProblem`. */
  cost?: DecommissionCost;
  costProblem?: string;
  fates: { volumes: VolumeFate; secondVolumes: VolumeFate };
  /** Where the next step is asked for. */
  nextUrl?: string;
}

type Tell = (story: DecommissionStory) => string[];

const list = (...items: (string | undefined | false)[]) =>
  items.filter(item => typeof item === 'string').map(item => `- ${item}`);

function section(title: string, lines: string[]): string {
  return [`## ${title}`, '', ...lines].join('\n');
}

function titleOf({ record, choices: { name } }: DecommissionStory): string {
  const titles: Record<DecommissionStage, string> = {
    'final-backup': `Take a last backup of ${name} before it leaves service`,
    hold: `Put ${name} to sleep until ${record.holdUntil}`,
    release: `Take the guards from ${name}, so that it can be deleted`,
    removal: `Delete ${name}, and keep its backups until ${record.keepUntil}`,
  };
  return titles[record.stage];
}

const changes: Record<DecommissionStage, Tell> = {
  'final-backup': ({ record }) =>
    list(
      `A base backup \`${record.finalBackup}\` is taken, once.`,
      'The catalog says that the database is leaving service. It goes on running, taking writes and being backed up.',
    ),
  hold: ({ record, choices }) =>
    list(
      `**The database stops.** Its instances are shut down in order, which archives what was written last; its volumes stay as they are until ${record.holdUntil}. Whoever still connects gets an error: that is what the hold is for.`,
      'Its schedules are suspended, since what sleeps cannot be backed up, and the ObjectStore keeps recovery points for 10 years: should the database be woken by hand, nothing is expired before somebody has decided.',
      choices.pooler !== 'none' && 'Its poolers have no instances.',
      'Its alerts are taken away; Holdfast goes on looking at it.',
      choices.secondCluster &&
        `The same for the replica cluster in ${choices.secondRegion}. Be sure that ${choices.cluster} is the primary.`,
    ),
  release: ({ choices }) =>
    list(
      `${guardOf(
        choices,
      )} may delete the Cluster, and the databases and roles declared in it, once they leave this repository. Nothing leaves with this merge.`,
      'Namespace, ObjectStore, credentials and the backups keep their guards.',
    ),
  removal: ({ choices }) =>
    list(
      `${guardOf(
        choices,
      )} deletes what is listed below. The files in \`base/\` stay as they were, for the record; \`components/decommission/removal\` leaves them out.`,
      'The database and its backup arrangement leave the catalog.',
    ),
};

function guardOf({ gitops }: PostgresqlChoices): string {
  return gitops === 'flux' ? 'Flux' : 'Argo CD';
}

const fateWords: Record<VolumeFate, string> = {
  deleted: 'deleted with it: the reclaim policy of their class is Delete',
  kept: 'kept as released PersistentVolumes, since the reclaim policy of their class is Retain: **they go on costing until somebody deletes them**',
  unknown:
    'deleted if the reclaim policy of their class is Delete, and kept as released PersistentVolumes if it is Retain: look before the removal, it is not known here',
};

function deletions({ record, choices, fates }: DecommissionStory): string[] {
  const now = record.stage === 'removal';
  const hold = record.holdUntil ?? `${record.holdDays} days of hold`;
  return list(
    now
      ? 'This merge deletes the following.'
      : `This merge deletes nothing. The fourth pull request does, not before ${hold}.`,
    `The Cluster \`${choices.namespace}/${choices.name}\` of ${
      choices.cluster
    }${
      choices.secondCluster ? ` and the one of ${choices.secondCluster}` : ''
    }.`,
    `Its volumes, ${choices.instances} of ${choices.dataSize} and ${
      choices.instances
    } of ${choices.walSize}: ${fateWords[fates.volumes]}.`,
    choices.secondCluster &&
      `As many in ${choices.secondCluster}: ${fateWords[fates.secondVolumes]}.`,
    choices.credentials === 'external-secrets'
      ? 'The certificates that the operator made. The passwords are in the secret manager, and stay.'
      : `The Secrets that the operator made, \`${choices.name}-app\` among them: a restored copy gets a new password.`,
    'Its schedules, poolers, declared databases and roles, monitors and alerts.',
  );
}

function remains({ record, choices }: DecommissionStory): string[] {
  const until = record.keepUntil
    ? `until ${record.keepUntil}`
    : `for ${record.keepDays} days after the hold`;
  return list(
    `The backups in ${storeOf(
      choices,
    )}, wanted ${until}. Nothing thins them once the instances are gone, as retention is enforced by the primary; nothing deletes them on that day either: somebody has to.`,
    choices.secondRegion &&
      `The copy of the backups in ${choices.secondRegion}, but for what its lifecycle rule expires by age: 60 days after the retention.`,
    record.finalBackup && `The backup \`${record.finalBackup}\` among them.`,
    choices.snapshotClass &&
      'Volume snapshots, with their Backup objects. They cost until somebody deletes those: `scenarios/prune-snapshots.sh` while the Cluster is there.',
    'The namespace, the ObjectStore and what gives access to the store, so that a copy can be brought back.',
    choices.store === 'in-cluster' &&
      'The object store in the cluster with its volume: it holds the backups.',
    'This repository with its restore scripts and runbook.',
  );
}

function storeOf({ store, bucket, azure }: PostgresqlChoices): string {
  return store === 'azure'
    ? `the container \`${bucket}\` of the storage account ${
        azure?.storageAccount ?? ''
      }`
    : `the bucket \`${bucket}\``;
}

function costs({ record, cost, costProblem }: DecommissionStory): string[] {
  if (!cost) {
    return [`Unpriced: ${costProblem ?? 'there is no estimate'}.`];
  }
  const { currency } = cost;
  const until = record.holdUntil ?? `${record.holdDays} days later`;
  const gaps = new Map(
    [cost.now, cost.hold, cost.after].flatMap(phase =>
      phase.gaps.map(({ object, what, reason }) => [
        `${object} ${what}`,
        `- Unpriced: ${what} of ${object}, since ${reason}.`,
      ]),
    ),
  );
  return [
    `| While it runs | Asleep, until ${until} | After its removal |`,
    '| --- | --- | --- |',
    `| ${[cost.now, cost.hold, cost.after]
      .map(phase => amountOf(phase, currency))
      .join(' | ')} |`,
    '',
    'Estimated from the answers that this repository was made with, for a month of 730 h. Asleep it has volumes and objects, afterwards objects alone; these are priced at the moment at which the store holds most.',
    ...(gaps.size > 0 ? ['', ...gaps.values()] : []),
  ];
}

function amountOf({ total, complete }: PhaseCost, currency: string): string {
  if (total === undefined) return 'unpriced';
  return `${complete ? '' : 'more than '}${Number(total).toFixed(
    2,
  )} ${currency}`;
}

const undoing: Record<DecommissionStage, Tell> = {
  'final-backup': () =>
    list(
      'Revert the merge. The backup stays in the store as any other does, for the retention.',
    ),
  hold: ({ choices }) =>
    list(
      'Revert the merge: the instances come back on their volumes within minutes, with all data, and schedules and alerts with them.',
      `The retention of ${choices.retention} comes back too. Within half an hour the primary then expires what is older, but for the newest base backup before that.`,
    ),
  release: () => list('Revert the merge, and the guards are back.'),
  removal: ({ record, choices }) =>
    list(
      `**Do not revert the merge:** that makes an empty database, which may not archive over the old one. Bring the data back instead, until ${record.keepUntil}: \`bash scenarios/restore.sh\` makes \`${choices.name}-restored\` from the archive, and \`docs/runbook.md\`, "The data is lost", lets it take over.`,
      'Close this without merging, and the database sleeps on.',
    ),
};

function next({ record, nextUrl }: DecommissionStory): string[] {
  const where = nextUrl ? `[Ask for it](${nextUrl})` : 'Run the template again';
  const steps: Record<DecommissionStage, string> = {
    'final-backup': `${where} when the backup is complete: the database is put to sleep then, and not before it is seen.`,
    hold: `${where} on ${record.holdUntil} or later: the guards are taken away then. Before that day it is refused.`,
    release: `${where} when this is merged and applied: the database is deleted then. As long as a guard is in place, it stays.`,
    removal: `On ${record.keepUntil} or later, delete the backups and the bucket by hand, then the namespace and this repository.`,
  };
  return [steps[record.stage]];
}

/**
 * Says of a step what it changes, what will be deleted and what stays and until when, what stops costing, and how to undo it.
 */
export function describeDecommission(
  story: DecommissionStory,
): DecommissionWords {
  const { record, choices } = story;
  const step = decommissionStages.indexOf(record.stage) + 1;
  const asked = record.requestedBy ? ` by ${record.requestedBy}` : '';
  return {
    title: titleOf(story),
    description: [
      `Step ${step} of ${decommissionStages.length} of taking the database \`${choices.name}\` out of service, asked for on ${record.requestedOn}${asked}: ${record.reason}`,
      section('What this changes', changes[record.stage](story)),
      section('What is deleted, and when', deletions(story)),
      section('What stays, and until when', remains(story)),
      section('What it costs in a month', costs(story)),
      section('How to undo it', undoing[record.stage](story)),
      section('What comes next', next(story)),
    ].join('\n\n'),
  };
}
