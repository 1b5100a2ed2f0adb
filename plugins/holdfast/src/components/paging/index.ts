export * from './Pager';
export * from './usePages';
