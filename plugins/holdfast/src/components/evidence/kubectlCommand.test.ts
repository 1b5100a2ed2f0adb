import { kubectlCommand } from './kubectlCommand';

const cluster = {
  cluster: 'eu-west',
  namespace: 'orders',
  kind: 'Cluster.postgresql.cnpg.io',
  name: 'orders-db',
};

describe('kubectlCommand', () => {
  it('addresses a field by its path', () => {
    expect(kubectlCommand({ object: cluster, field: '.status.phase' })).toBe(
      `kubectl --context=eu-west --namespace=orders get Cluster.postgresql.cnpg.io/orders-db --output 'jsonpath={.status.phase}'`,
    );
  });

  // https://kubernetes.io/docs/reference/kubectl/jsonpath/: "?()" filters, and the whole template goes in quotes.
  it('keeps a filter as kubectl writes it', () => {
    expect(
      kubectlCommand({
        object: cluster,
        field: '.status.conditions[?(@.type=="ContinuousArchiving")].message',
      }),
    ).toContain(
      `'jsonpath={.status.conditions[?(@.type=="ContinuousArchiving")].message}'`,
    );
  });

  it('leaves out the namespace of what has none', () => {
    expect(
      kubectlCommand({
        object: { cluster: 'eu-west', kind: 'PersistentVolume', name: 'pv-1' },
        field: '.spec.persistentVolumeReclaimPolicy',
      }),
    ).toBe(
      `kubectl --context=eu-west get PersistentVolume/pv-1 --output 'jsonpath={.spec.persistentVolumeReclaimPolicy}'`,
    );
  });

  // As kubectl prints the label `cnpg.io/cluster` of a pod for `{.metadata.labels.cnpg\.io/cluster}`; tried with 1.36 on a lab cluster.
  it('escapes the dots of a key', () => {
    expect(
      kubectlCommand({
        object: cluster,
        field: ".metadata.annotations['cnpg.io/fencedInstances']",
      }),
    ).toMatch(
      / --output 'jsonpath=\{\.metadata\.annotations\.cnpg\\\.io\/fencedInstances\}'$/,
    );
  });

  it('shows the whole object when kubectl could not address the field', () => {
    expect(
      kubectlCommand({ object: cluster, field: '.spec.plugins[*].name' }),
    ).toMatch(/--output yaml$/);
  });

  it('quotes what a shell would take apart', () => {
    expect(
      kubectlCommand({
        object: { ...cluster, cluster: "it's $HOME" },
        field: '.spec',
      }),
    ).toContain(`'--context=it'\\''s $HOME'`);
  });

  it('has none for a metric', () => {
    expect(
      kubectlCommand({
        object: cluster,
        field: 'cnpg_collector_pg_wal_archive_status',
      }),
    ).toBeUndefined();
  });
});
