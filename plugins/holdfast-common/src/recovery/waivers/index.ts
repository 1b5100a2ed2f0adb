export { type JudgedWaiver } from './applyWaivers';
export { endOf as endOfWaiver } from './readWaivers';
export * from './resolveWaivers';
export * from './whyNotWaivable';
