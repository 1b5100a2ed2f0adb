export { type CopyCheck, type CopyCheckId } from './CopyCheck';
