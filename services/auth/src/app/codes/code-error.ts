import { FlorinError } from '@florin/errors';
import type { CodeOutcome } from './redeem-code.ts';

/** The /v1 error of a code that did not work: one for wrong, voided and never sent. */
export function codeError(outcome: Exclude<CodeOutcome, 'ok'>): FlorinError {
  if (outcome === 'expired') return new FlorinError('CODE_EXPIRED', 'The code has expired; ask for a new one');
  return new FlorinError('CODE_INVALID', 'The code is wrong', { errors: [{ path: 'code', message: 'is wrong' }] });
}
