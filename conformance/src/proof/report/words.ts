/** What stands beside the figures; a line each, as Markdown. */
export const changes = [
  '## What was changed in the repositories',
  '',
  'Nothing in their files. An overlay beside theirs replaces the image of PostgreSQL, the storage class of both volumes, and the endpoint and the bucket of the object store. Where nodes have fewer',
  'cores than the instances ask for, it lowers the CPU that they ask for as well, to 100m; memory and sizes of volumes stay.',
  '',
  "Two answers differ from the form's defaults. The store is `s3-compatible`, because there is no cloud; and the second repository is of the tier gold, which brings three instances and required",
  'synchronous replication. A restore is the same for both, so restores and the outage of the store are tried with the first one only.',
  '',
];

/** Holds whatever the cluster. */
export const limitsAnywhere = [
  'Databases hold some megabytes, so that times of backups and restores are those of starting things, not of moving data.',
  'Nothing is pulled from Git by Argo CD or Flux: `kubectl apply` does what they would do. Alerts are accepted and not evaluated here; `tests/alerts.sh` of the repository does that.',
  'A failover is tried once for each repository. Asynchronous replication may lose more another time, up to the attained RPO.',
];

export const howToRepeat = [
  '## Once more',
  '',
  'The command is `npm run prove:postgresql`; [conformance/README.md](../../conformance/README.md) says what it needs, and how to point it at a cluster of your own.',
  '',
];
