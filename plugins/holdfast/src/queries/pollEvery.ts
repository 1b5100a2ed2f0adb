import { Query } from '@tanstack/react-query';
import { problemOf } from './problem';

const refusedMs = 60_000;

/**
 * A `refetchInterval` while the page is visible. What was refused is asked for rarely: a permission seldom comes by itself.
 */
export function pollEvery(milliseconds: number) {
  return (query: Pick<Query, 'state'>) =>
    query.state.error && problemOf(query.state.error) === 'refused'
      ? refusedMs
      : milliseconds;
}
