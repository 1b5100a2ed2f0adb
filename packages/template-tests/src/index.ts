export { pairwise } from './pairwise';
export { TemplateUnderTest, writeRepository } from './TemplateUnderTest';
