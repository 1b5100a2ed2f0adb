export { redisEngine } from './redisEngine';
