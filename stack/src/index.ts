export { readStackConfig } from './config.ts';
export type { StackConfig } from './config.ts';
export { createProgress } from './progress.ts';
export { createStack } from './stack.ts';
export type { Stack } from './stack.ts';
