import {
  Database,
  DatabaseSummary,
  Evidence,
  Finding,
  ObjectReference,
} from '@holdfast/plugin-holdfast-common';
import { Claim } from '../claims/Claim';
import { entityRefOf } from '../claims/entityRefOf';

/**
 * Whose a database is, and which entities stand for it.
 */
export interface Ownership {
  owner?: string;
  ownerOrigin?: NonNullable<DatabaseSummary['ownerOrigin']>;
  system?: string;
  /** The entity that stands for the database, be it of a repository or made by Holdfast. */
  entityRef?: string;
  /** The claim of a repository that holds. */
  claim?: Claim;
  /** What was said and cannot be used. */
  findings: Finding[];
}

/**
 * Where ownership is stated.
 */
export interface OwnershipSources {
  database: Database;
  /** Those to this database, the oldest first. */
  claims: readonly Claim[];
  /** `holdfast.io/` annotations and labels of the namespace, by their names without that prefix. */
  namespace: { name: string; annotations: Record<string, string> } | undefined;
  /** Entity ref. */
  defaultOwner: string | undefined;
}

interface Statement {
  origin: 'object' | 'namespace';
  value: string;
  object: ObjectReference;
}

const defaultKinds = { owner: 'Group', system: 'System' };

/**
 * Whose a database is: what the catalog entity of a repository says, else the object itself, else its namespace, else the default.
 */
export function resolveOwnership(options: OwnershipSources): Ownership {
  const { claims, defaultOwner } = options;
  const findings: Finding[] = [];

  const [claim, ...others] = claims.filter(({ discovered }) => !discovered);
  if (claim && others.length) {
    findings.push({
      rule: 'ownership/claimed-twice',
      severity: 'info',
      message: `${[claim, ...others]
        .map(({ entityRef }) => entityRef)
        .join(
          ', ',
        )} all say that they stand for this database. The first one that was seen, ${
        claim.entityRef
      }, holds.`,
      evidence: [],
      remedy:
        'Take the `holdfast.io/` annotations off every entity but the one that stands for the database.',
    });
  }

  const read = (field: 'owner' | 'system') => {
    for (const { origin, value, object } of statementsOf(options, field)) {
      const ref = entityRefOf(value, { defaultKind: defaultKinds[field] });
      if (ref) {
        return { ref, origin };
      }
      findings.push(
        unusable(field, { object, field: `holdfast.io/${field}`, value }),
      );
    }
    return undefined;
  };
  const owner = claim?.owner
    ? { ref: claim.owner, origin: 'entity' as const }
    : read('owner') ??
      (defaultOwner
        ? { ref: defaultOwner, origin: 'default' as const }
        : undefined);
  const discovered = claims.find(candidate => candidate.discovered);
  return {
    owner: owner?.ref,
    ownerOrigin: owner?.origin,
    system: claim?.system ?? read('system')?.ref,
    entityRef: (claim ?? discovered)?.entityRef,
    claim,
    findings,
  };
}

/** What the object and its namespace say, nearer first. */
function statementsOf(
  options: Pick<OwnershipSources, 'database' | 'namespace'>,
  field: 'owner' | 'system',
): Statement[] {
  const { database, namespace } = options;
  const { reference, annotations } = database;
  const own = annotations[field];
  const inherited = namespace?.annotations[field];
  const statements: Statement[] = [];
  // An engine may pass on what the namespace states as if the object did.
  if (own !== undefined && own !== inherited) {
    statements.push({ origin: 'object', value: own, object: reference });
  }
  if (namespace && inherited !== undefined) {
    statements.push({
      origin: 'namespace',
      value: inherited,
      object: {
        cluster: reference.cluster,
        kind: 'Namespace',
        name: namespace.name,
      },
    });
  }
  return statements;
}

function unusable(field: 'owner' | 'system', evidence: Evidence): Finding {
  return {
    rule: `ownership/invalid-${field}`,
    severity: 'warning',
    message: `${evidence.object.kind} ${evidence.object.name} names the ${field} '${evidence.value}', which is not an entity reference, so that it is passed over.`,
    evidence: [evidence],
    remedy: `Set \`holdfast.io/${field}\` to an entity reference such as \`${
      field === 'owner' ? 'group:default/payments' : 'system:default/shop'
    }\`.`,
  };
}
