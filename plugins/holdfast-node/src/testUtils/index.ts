/**
 * Tests that any engine and any rule has to pass, for those that live elsewhere too.
 *
 * @packageDocumentation
 */
export * from './describeEngineContract';
export * from './describeRuleContract';
