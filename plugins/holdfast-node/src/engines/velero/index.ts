export { veleroEngine } from './veleroEngine';
