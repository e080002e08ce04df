export { ASKING_WINDOW_MS, DECLINES_COUNT_MS, requireMayAsk } from './asking.ts';
export type { AskedBefore, AskingLimits } from './asking.ts';
export { ERROR_CODES, GRPC_STATUS, HTTP_STATUS, TITLES } from './codes.ts';
export type { ErrorCode } from './codes.ts';
export { FlorinError, invalidField, isErrorCode, isFlorinError, notFound } from './florin-error.ts';
export type { FieldFault, FlorinErrorOptions } from './florin-error.ts';
export { toProblem } from './problem.ts';
export type { Problem } from './problem.ts';
