import {
  Database,
  readHoldfastReport,
  Restore,
  restoreOf,
  UnreadReport,
} from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  Fact,
  listAt,
  referenceOf,
  stringAt,
  valueAt,
} from '../../engine';

/** Reports of a database, and what should have been one. */
export interface DescribedReports {
  restores: Restore[];
  unreadReports: UnreadReport[];
}

/**
 * What ConfigMaps and pods report of a database. Their facts may be about others as well, of which nothing is taken.
 *
 * @param options - `data` finds what this engine keeps in a fact
 */
export function describeReports(options: {
  input: AssemblyInput;
  database: Database;
  facts: readonly { fact: Fact; data: Fact['data'] }[];
}): DescribedReports {
  const { input, database, facts } = options;
  const { cluster, root } = input;
  const restores: Restore[] = [];
  const unreadReports: UnreadReport[] = [];
  for (const { fact, data } of facts) {
    const object = referenceOf(cluster, fact);
    for (const found of listAt(data, 'found')) {
      const field = stringAt(found, 'field') ?? '.data';
      const problem = stringAt(found, 'problem');
      if (problem !== undefined) {
        unreadReports.push({ message: problem, evidence: { object, field } });
        continue;
      }
      const { report } = readHoldfastReport(valueAt(found, 'report'));
      if (!report) continue;
      const { kind, name, uid, cluster: told } = report.database;
      const isOther =
        kind !== root.kind ||
        name !== root.name ||
        // Of an earlier database of that name.
        (uid !== undefined && uid !== database.uid);
      if (isOther) continue;
      if (told !== undefined && told !== cluster) {
        const message = `database.cluster: "${told}" is another cluster than that of the object, ${cluster}; leave it out where the report is not posted`;
        unreadReports.push({ message, evidence: { object, field } });
        continue;
      }
      restores.push(restoreOf(report, { cluster, foundIn: object, field }));
    }
  }
  return { restores, unreadReports };
}
