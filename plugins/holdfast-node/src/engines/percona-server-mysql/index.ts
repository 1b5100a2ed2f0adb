export { perconaServerMysqlEngine } from './perconaServerMysqlEngine';
