export { redisFailoverEngine } from './redisFailoverEngine';
