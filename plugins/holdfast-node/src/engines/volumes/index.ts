export { volumesEngine } from './volumesEngine';
