/**
 * Reading for Holdfast: engines that turn Kubernetes objects into the model, and the extension points for more of them.
 *
 * @packageDocumentation
 */
export * from './engine';
export * from './engines';
export * from './extensionPoint';
export * from './input';
