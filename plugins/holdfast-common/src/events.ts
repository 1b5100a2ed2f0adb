/**
 * Topic of the events that tell of new change numbers, with `{ seq }` as payload. An event only wakes: what changed is read from
 * the API, from the last number that was seen.
 *
 * @public
 */
export const CHANGES_TOPIC = 'holdfast.changes';
