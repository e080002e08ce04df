import { timingSafeEqual } from 'node:crypto';
import { CODE_TRIES, codeState } from '../../domain/code.ts';
import type { Code, CodePurpose } from '../../domain/code.ts';
import type { User } from '../../domain/user.ts';
import { guessFailed, guessRight } from '../guesses/guess-budget.ts';
import type { GuessBudgetNeeds } from '../guesses/guess-budget.ts';
import type { GuessBudget } from '../guesses/ports.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

export type RedeemCodeNeeds = Pick<Deps, 'clock' | 'codes' | 'secrets' | 'transact' | 'users'> & GuessBudgetNeeds;

export type CodeOutcome = 'ok' | 'wrong' | 'expired' | 'none';

/** What a code is asked to do; a purpose-less one can be bound to any of them. */
export type CodeUse = Exclude<CodePurpose, 'any'>;

export interface RedeemCode {
  /** undefined does the same work for nobody, and is never right */
  user: User | undefined;
  /** what the code is to do; a purpose-less code becomes bound to it */
  use: CodeUse;
  address: string;
  code: string;
  /** the account's guess budget: a wrong code counts there, too */
  budget: GuessBudget;
  /** false looks and does not use it up */
  consume?: boolean;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Tries a code and, if it is right, does `effect` in the same transaction that uses it up: of two tries at once with
 * one code, one gets through. A wrong try is counted for good; the fifth voids the code.
 */
export async function redeemCode<T>(
  deps: RedeemCodeNeeds,
  input: RedeemCode,
  effect?: (tx: Tx, user: User) => Promise<T>,
): Promise<{ outcome: 'ok'; value: T | undefined } | { outcome: Exclude<CodeOutcome, 'ok'> }> {
  return deps.transact(async (tx) => {
    // the person's row first, as everywhere: else this and a send of a code could wait for each other
    const user = await deps.users.lock(tx, input.user?.id ?? NOBODY);
    const rows = await candidates(deps, tx, input);
    const live = rows.filter((row) => codeState(row, input.use, deps.clock()) === 'live');
    const right = live.find((row) => matches(deps, row, input.code));
    if (user && right) {
      await guessRight(deps, input.budget, tx);
      await settle(deps, tx, right, input);
      return { outcome: 'ok', value: await effect?.(tx, user) };
    }
    for (const row of live) await countTry(deps, tx, row);
    await guessFailed(deps, input.budget, tx);
    if (live.length > 0) return { outcome: 'wrong' };
    const expired = rows.some((row) => codeState(row, input.use, deps.clock()) === 'expired');
    return { outcome: expired ? 'expired' : 'none' };
  });
}

/** The code for this use and the purpose-less one, locked, always in this order. */
async function candidates(deps: RedeemCodeNeeds, tx: Tx, { user, use, address }: RedeemCode): Promise<Code[]> {
  const rows: Code[] = [];
  for (const purpose of [use, 'any'] as const) {
    const key = { userId: user?.id ?? NOBODY, purpose, address: address.toLowerCase() };
    const row = await deps.codes.lock(tx, key);
    if (row) rows.push(row);
  }
  return rows;
}

function matches(deps: RedeemCodeNeeds, row: Code, code: string): boolean {
  return timingSafeEqual(row.codeHash, deps.secrets.hashCode(row.userId, row.purpose, row.address, code.trim()));
}

async function settle(deps: RedeemCodeNeeds, tx: Tx, row: Code, { use, consume = true }: RedeemCode): Promise<void> {
  if (!consume) return;
  await deps.codes.update(tx, row, { ended: 'used', ...(row.purpose === 'any' ? { boundTo: use } : {}) });
}

async function countTry(deps: RedeemCodeNeeds, tx: Tx, row: Code): Promise<void> {
  const tries = row.tries + 1;
  await deps.codes.update(tx, row, { tries, ...(tries >= CODE_TRIES ? { ended: 'void' as const } : {}) });
}
