export { mariadbOperatorEngine } from './mariadbOperatorEngine';
