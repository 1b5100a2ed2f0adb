/** What a proof in the lab leaves open, as its README tells; for the page of figures. */
export const labLimits = [
  'One node: no zones, no loss of a node, no anti-affinity, no network between instances. Holdfast says so with the findings `placement/one-node` and `placement/node-local-volume`.',
  'Volumes are static, local file systems of 1 GiB that are announced as 50 GiB: no provisioner, no expansion, no volume snapshots.',
  'NetworkPolicy is accepted and not enforced.',
  'PostgreSQL 15 from Debian packages in place of the image of CloudNativePG, and the Barman Cloud plugin 0.14 in place of the 0.15 that `operators/` names; its certificates do not come from cert-manager.',
  'The store speaks S3 over plain HTTP on the same machine. No cloud store, no workload identity, no Crossplane.',
];
