import { LogicalDatabase } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../../engine';
import { ClusterFacts } from '../ClusterFacts';
import { logicalDatabases } from '../resources';
import { describeApplication } from './application';

/**
 * The databases inside the server: the application's, and those that are objects.
 */
export function describeLogicalDatabases(
  facts: ClusterFacts,
): LogicalDatabase[] {
  const application = describeApplication(facts);
  const declared = facts.readers(logicalDatabases).flatMap(declaredDatabase);
  const isApplication = ({ name }: LogicalDatabase) =>
    name === application?.database;
  const own = declared.filter(isApplication);
  return [
    ...(application && own.length === 0
      ? [
          {
            name: application.database,
            owner: application.owner,
            definedBy: facts.cluster.reference,
            allowsConnections: true,
            ...(application.assumed && { assumed: true }),
          },
        ]
      : own),
    ...declared.filter(database => !isApplication(database)),
  ];
}

function declaredDatabase(object: FactReader): LogicalDatabase[] {
  const name = object.string('spec', 'name')?.value;
  if (!name || object.string('spec', 'ensure')?.value === 'absent') return [];
  const isApplied = object.boolean('status', 'applied')?.value;
  return [
    {
      name,
      owner: object.string('spec', 'owner')?.value,
      definedBy: object.reference,
      allowsConnections:
        object.boolean('spec', 'allowConnections')?.value !== false,
      // retain is the default (DatabaseReclaimRetain in api/v1/database_types.go).
      ...(object.string('spec', 'databaseReclaimPolicy')?.value ===
        'delete' && { droppedWithObject: true }),
      ...(isApplied === false && {
        problem: object.string('status', 'message')?.value ?? 'not applied',
      }),
    },
  ];
}
