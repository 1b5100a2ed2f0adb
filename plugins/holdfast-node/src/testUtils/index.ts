/**
 * Tests that any engine has to pass, for engines that live elsewhere too.
 *
 * @packageDocumentation
 */
export * from './describeEngineContract';
