export { runMain } from './run-main.ts';
export { keepCompiled, settleDown } from './start-up.ts';
