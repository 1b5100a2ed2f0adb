/**
 * The domain of Holdfast: model and judgement, without I/O.
 *
 * @packageDocumentation
 */
export * from './model';
export * from './naming';
export * from './objective';
export * from './quantity';
export * from './recovery';
export * from './report';
export * from './cost';
export * from './annotations';
export * from './api';
export * from './provisioning';
export * from './decommission';
export * from './permissions';
export * from './events';
