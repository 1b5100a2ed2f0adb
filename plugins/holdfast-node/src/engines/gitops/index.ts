export { gitOpsEngine } from './gitOpsEngine';
