export { perconaXtradbEngine } from './perconaXtradbEngine';
