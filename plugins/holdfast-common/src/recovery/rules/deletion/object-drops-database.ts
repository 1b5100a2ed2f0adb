import { Rule } from '../../Rule';

/**
 * CloudNativePG, docs/src/declarative_database_management.md, "Reclaim policy": with `delete`, the database in the server goes with the object
 * that declares it; `retain` is the default.
 */
export const objectDropsDatabase: Rule = {
  id: 'deletion/object-drops-database',
  title: 'Database dropped with its object',
  description:
    'The object that declares a database in the server takes the data along when it is deleted, or when its manifest leaves Git and is pruned.',
  judges: 'arrangement',
  evaluate({ database }) {
    const dropped = (database.connection?.databases ?? []).filter(
      ({ droppedWithObject }) => droppedWithObject,
    );
    if (dropped.length === 0) return undefined;
    const names = dropped.map(({ name }) => name).join(', ');
    return {
      rule: this.id,
      severity: 'warning',
      message: `Deleting ${
        dropped.length === 1
          ? `the object ${dropped[0].definedBy.name} drops the database ${names}`
          : `their objects drops the databases ${names}`
      } with all data: nothing but a restore of the whole server to a moment before brings it back.`,
      evidence: dropped.map(({ definedBy }) => ({
        object: definedBy,
        field: '.spec',
      })),
      remedy: 'Have the database retained when its object is deleted.',
    };
  },
};
