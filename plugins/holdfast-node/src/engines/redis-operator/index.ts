export { redisOperatorEngine } from './redisOperatorEngine';
