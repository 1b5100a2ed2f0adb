export * from './CardFrame';
export * from './Section';
