import { InputError } from '@backstage/errors';
import { ANNOTATION_PREFIX } from '../annotations';
import {
  DeclaredAnnotations,
  ObjectiveOrigin,
  ObjectiveProblem,
  ObjectiveValue,
} from '../model';
import { parseDuration } from '../quantity';
import { ObjectiveConfig } from './ObjectiveConfig';
import {
  disruptions,
  mayBeZero,
  ObjectiveKey,
  objectiveKeys,
} from './ObjectiveKey';

/** What one entity or object says about objectives, as far as it can be read. */
export interface ObjectiveStatement {
  tier?: ObjectiveValue<string>;
  durations: Map<ObjectiveKey, ObjectiveValue<number>>;
  /** Without a reason it says that the database is not exempt, whatever a farther level says. */
  exempt?: ObjectiveValue<{ reason?: string }>;
  problems: ObjectiveProblem[];
}

const durationExpected =
  'not a duration: write for example 5m, 4h, 30d or, in ISO 8601, PT5M, P30D.';
const reasonExpected =
  'not a reason: write why nothing need be restorable, for example "a cache, filled again from orders".';

/** Reads `holdfast.io/` annotations, given without that prefix. It never throws: what cannot be read is a problem. */
export function readStatement(options: {
  level: ObjectiveOrigin['level'];
  reference: string;
  annotations: DeclaredAnnotations;
  tiers: ObjectiveConfig['tiers'];
}): ObjectiveStatement {
  const { level, reference, annotations, tiers } = options;
  const statement: ObjectiveStatement = { durations: new Map(), problems: [] };
  const originOf = (key: string): ObjectiveOrigin => ({
    level,
    reference,
    field: `${ANNOTATION_PREFIX}${key}`,
  });
  const complain = (key: string, message: string) => {
    const value = annotations[key];
    statement.problems.push({ origin: originOf(key), value, message });
  };

  for (const [key, text] of Object.entries(annotations)) {
    const value = text.trim();
    const durationKey = objectiveKeys.find(known => known === key);
    if (key === 'tier') {
      if (Object.hasOwn(tiers, value)) {
        statement.tier = { value, origin: originOf(key) };
      } else {
        const known = Object.keys(tiers).join(', ');
        complain(key, `not a tier: write one of ${known}.`);
      }
    } else if (key === 'exempt') {
      if (/^(?:true|yes|)$/i.test(value)) {
        complain(key, reasonExpected);
      } else {
        const reason = /^(?:false|no)$/i.test(value) ? undefined : value;
        statement.exempt = { value: { reason }, origin: originOf(key) };
      }
    } else if (key === 'rpo' && value === 'none') {
      // The reason makes it an exemption; it is read with that.
      if (!annotations.exempt) {
        complain(
          key,
          `stated without a reason: write why into ${ANNOTATION_PREFIX}exempt.`,
        );
      }
    } else if (durationKey) {
      const seconds = secondsOf(value);
      if (seconds === undefined) {
        complain(key, durationExpected);
      } else if (seconds === 0 && !mayBeZero(durationKey)) {
        complain(key, 'no time at all: write for example 4h.');
      } else {
        const origin = originOf(key);
        statement.durations.set(durationKey, { value: seconds, origin });
      }
    } else if (/^r[pt]o\./.test(key)) {
      const general = key.slice(0, 3);
      const known = disruptions.map(name => `${general}.${name}`).join(', ');
      complain(key, `an unknown disruption: write ${known}, or ${general}.`);
    }
  }
  return statement;
}

function secondsOf(text: string): number | undefined {
  try {
    return parseDuration(text);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
