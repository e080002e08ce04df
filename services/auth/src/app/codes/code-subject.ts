import type { Device } from '../../domain/session.ts';
import { addressOf } from '../../domain/user.ts';
import type { Channel, User } from '../../domain/user.ts';
import { findAccount } from '../accounts/find-account.ts';
import type { FindAccountNeeds } from '../accounts/find-account.ts';
import type { Identifier } from '../accounts/ports.ts';
import { openGuessBudget } from '../guesses/guess-budget.ts';
import type { GuessBudgetNeeds } from '../guesses/guess-budget.ts';
import type { GuessBudget } from '../guesses/ports.ts';
import { peekCode } from './peek-code.ts';
import type { PeekCodeNeeds } from './peek-code.ts';
import type { CodeOutcome, CodeUse } from './redeem-code.ts';

export type CodeSubjectNeeds = FindAccountNeeds & GuessBudgetNeeds & PeekCodeNeeds;

export interface CodeInput {
  identifiers: readonly Identifier[];
  typed: string;
  channel: Channel;
  code: string;
  device: Device;
  /** this API tells whether a code is out */
  published?: boolean;
}

export type Refusal = Exclude<CodeOutcome, 'ok'> | 'unknown-user' | 'terminated' | 'no-address';

export type Subject =
  | { refusal: null; user: User | undefined; budget: GuessBudget; address: string }
  | { refusal: 'terminated' | 'no-address' | 'none' | 'expired'; user: User };

/**
 * The account a code is for, and its guess budget. For an account that is not there the work is the same. `published`
 * is for APIs that tell anyway whether a code is out: they do so before the budget, for nothing is guessed then.
 */
export async function codeSubject(
  deps: CodeSubjectNeeds,
  { identifiers, typed, channel, device, published }: Omit<CodeInput, 'code'>,
  use: CodeUse,
): Promise<Subject> {
  const user = await findAccount(deps, identifiers);
  const address = user ? addressOf(user, channel) : null;
  if (user && published === true) {
    if (user.status === 'terminated') return { refusal: 'terminated', user };
    if (address === null) return { refusal: 'no-address', user };
    const state = await peekCode(deps, { userId: user.id, use, address });
    if (state !== 'live') return { refusal: state, user };
  }
  const budget = await openGuessBudget(deps, { user, identifier: typed.trim().toLowerCase(), device });
  if (user?.status === 'terminated') return { refusal: 'terminated', user };
  if (user && address === null) return { refusal: 'no-address', user };
  return { refusal: null, user, budget, address: address ?? '' };
}
