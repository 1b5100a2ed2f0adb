import { Evidence, Observed } from '../../model';
import { describeStore } from '../describe';
import { RuleContext } from '../Rule';
import { backupCopiesOf, isInPlace, mayHaveMoreBackups } from './backupCopies';
import { CopyCheck, CopyQuestion } from './CopyCheck';

interface Place {
  words: string;
  /** Absent: not told. */
  region?: Observed<string>;
  /** It is where the database is, whatever its region. */
  isHere: boolean;
  evidence: Evidence[];
}

/** A copy in another region than the database. What does not say where it lies is not taken for far away. */
export const offSite: CopyQuestion = {
  id: 'off-site',
  ask(context) {
    const { region: home } = context.database;
    const places = placesOf(context);
    const away = places.find(
      ({ region, isHere }) =>
        !isHere && home && region && region.value !== home.value,
    );
    if (home && away?.region) {
      return {
        state: 'met',
        message: `${away.words} lies in ${away.region.value}; the database runs in ${home.value}.`,
        evidence: [...away.evidence, away.region.evidence, home.evidence],
      };
    }
    return untold(context, places) ?? notMet(context, places);
  },
};

function placesOf(context: RuleContext): Place[] {
  const { database } = context;
  return [
    ...backupCopiesOf(context).map((backup): Place => {
      const { store, evidence } = backup;
      const isHere = isInPlace(backup) || store.inCluster?.value === true;
      const words = describeStore(store);
      return { words, region: store.region, isHere, evidence };
    }),
    ...(database.copies ?? [])
      .filter(({ ready }) => ready?.value !== false)
      .map(
        ({ object, region, via }): Place => ({
          words: `${object.name} in ${object.cluster}`,
          region,
          isHere: false,
          evidence: [via.evidence],
        }),
      ),
  ];
}

function untold(
  context: RuleContext,
  places: readonly Place[],
): Omit<CopyCheck, 'id'> | undefined {
  const { region: home } = context.database;
  const open = places.filter(
    ({ isHere, region }) => !isHere && (!region || !home),
  );
  if (open.length) {
    const [{ words, region, evidence }] = open;
    return {
      state: 'unknown',
      message: region
        ? `${words} lies in ${region.value}; the nodes of the database do not say in which region they are.`
        : `Nothing says in which region ${words} lies.`,
      evidence,
    };
  }
  return mayHaveMoreBackups(context)
    ? {
        state: 'unknown',
        message:
          'No copy is known to lie elsewhere, and not all facts are there.',
        evidence: [],
      }
    : undefined;
}

function notMet(
  { database }: RuleContext,
  places: readonly Place[],
): Omit<CopyCheck, 'id'> {
  const { region: home } = database;
  return {
    state: 'not-met',
    message: places.length
      ? `All copies lie ${
          home ? `in ${home.value}` : 'in the cluster'
        }, as the database does.`
      : 'There is no copy outside the cluster.',
    evidence: [
      ...places.flatMap(({ evidence }) => evidence),
      ...(home ? [home.evidence] : []),
    ],
  };
}
