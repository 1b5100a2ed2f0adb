export { type Score, type ScoredControl } from './Score';
