export { describeConnection } from './describeConnection';
