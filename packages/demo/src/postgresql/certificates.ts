import { SimulatedDatabase } from './SimulatedDatabase';

const DAY = 24 * 3_600_000;

/** The operator's defaults: certificates live for 90 days, and are renewed 7 days before they end. */
const LIFETIME = 90 * DAY;
const RENEWED_AFTER = 83 * DAY;

/** Which certificates PostgreSQL shows and trusts, by the names of their Secrets. */
export function certificatesStatus(database: SimulatedDatabase) {
  const { name, namespace } = database;
  const ends = certificateEnd(database).toISOString();
  // As Go writes a time.
  const words = `${ends.slice(0, 10)} ${ends.slice(11, 19)} +0000 UTC`;
  return {
    clientCASecret: `${name}-ca`,
    expirations: {
      [`${name}-ca`]: words,
      [`${name}-replication`]: words,
      [`${name}-server`]: words,
    },
    replicationTLSSecret: `${name}-replication`,
    serverAltDNSNames: ['rw', 'r', 'ro'].flatMap(suffix => {
      const service = `${name}-${suffix}`;
      return [
        service,
        `${service}.${namespace}`,
        `${service}.${namespace}.svc`,
        `${service}.${namespace}.svc.cluster.local`,
      ];
    }),
    serverCASecret: `${name}-ca`,
    serverTLSSecret: `${name}-server`,
  };
}

/** When the certificates end that a database had when the simulation began, or was made with since. */
export function certificateEnd(database: SimulatedDatabase): Date {
  const { createdAt, simulatedSince } = database;
  const age = simulatedSince.getTime() - createdAt.getTime();
  const renewals = Math.max(Math.floor(age / RENEWED_AFTER), 0);
  return new Date(createdAt.getTime() + renewals * RENEWED_AFTER + LIFETIME);
}
