import { ConnectionEndpoint } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath, numberAt, stringAt } from '../../../engine';
import { ClusterFacts } from '../ClusterFacts';
import { describeHealth } from '../health';
import { describeRole } from '../role';
import { serverCertificate } from './certificates';
import { defaultServices, NamedService, Selector } from './defaultServices';
import { tlsOf } from './hostBasedAuthentication';

/** `ServerPort` in `pkg/postgres/configuration.go`, and `PgBouncerPort` in `pkg/management/pgbouncer/config/config.go`. */
const postgresqlPort = 5432;

const reach: Readonly<Record<Selector, ConnectionEndpoint['reaches']>> = {
  rw: 'primary',
  ro: 'replicas',
  r: 'any',
};

/**
 * The Services in front of the instances, its own first, then those that were asked for in addition (`BuildManagedServices` in
 * `pkg/specs/services.go`).
 */
export function describeServices(facts: ClusterFacts): ConnectionEndpoint[] {
  const { cluster } = facts;
  const tls = tlsOf(cluster);
  const certificate = serverCertificate(cluster);
  const endpointOf = (
    { service, selector }: NamedService,
    template: JsonPath,
  ): ConnectionEndpoint => ({
    service,
    namespace: cluster.reference.namespace ?? '',
    port: portOf(cluster, template, 'postgres'),
    serviceType: serviceTypeOf(cluster, template),
    definedBy: cluster.reference,
    ...whatIsBehind(facts, selector),
    tls,
    certificate,
  });

  const list = ['spec', 'managed', 'services', 'additional'];
  return [
    ...defaultServices(cluster).map(named => endpointOf(named, [])),
    ...cluster.list(...list).flatMap((additional, index) => {
      const service = stringAt(
        additional,
        'serviceTemplate',
        'metadata',
        'name',
      );
      const selector = selectorOf(stringAt(additional, 'selectorType'));
      return service && selector
        ? [
            endpointOf({ service, selector }, [
              ...list,
              index,
              'serviceTemplate',
            ]),
          ]
        : [];
    }),
  ];
}

/** What answers behind a selector. While a database is hibernated, nothing does. */
export function whatIsBehind(
  facts: ClusterFacts,
  selector: Selector,
): Pick<ConnectionEndpoint, 'reaches' | 'writable' | 'instances'> {
  return {
    reaches: reach[selector],
    writable: selector === 'rw' && describeRole(facts).value === 'primary',
    instances: instancesBehind(facts, selector),
  };
}

function instancesBehind(
  facts: ClusterFacts,
  selector: Selector,
): number | undefined {
  const all = facts.cluster.number('spec', 'instances')?.value;
  if (describeHealth(facts).state === 'hibernated') return 0;
  if (all === undefined) return undefined;
  switch (selector) {
    case 'rw':
      return Math.min(all, 1);
    case 'ro':
      return Math.max(all - 1, 0);
    default:
      return all;
  }
}

export function selectorOf(text: string | undefined): Selector | undefined {
  return text === 'rw' || text === 'ro' || text === 'r' ? text : undefined;
}

/** The port of a Service by its template; one that has neither the name nor the number of the usual port is there beside it. */
export function portOf(
  object: FactReader,
  template: JsonPath,
  name: string,
): number {
  const ports =
    template.length > 0 ? object.list(...template, 'spec', 'ports') : [];
  const own = ports.find(port => stringAt(port, 'name') === name);
  return numberAt(own, 'port') ?? postgresqlPort;
}

export function serviceTypeOf(object: FactReader, template: JsonPath): string {
  return (
    (template.length > 0 &&
      object.string(...template, 'spec', 'type')?.value) ||
    'ClusterIP'
  );
}
