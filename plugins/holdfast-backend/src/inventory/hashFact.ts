import { hash } from 'node:crypto';
import { Fact } from '@holdfast/plugin-holdfast-node';
import { HashedFact } from './Inventory';

/**
 * Gives a fact the form that it is written in.
 */
export function hashFact(fact: Fact): HashedFact {
  const { key, subjects, needs, collects } = fact;
  const body = JSON.stringify(fact);
  return {
    key,
    subjects,
    needs,
    ...(collects && { collects }),
    body,
    hash: hash('sha1', body, 'base64url'),
  };
}
