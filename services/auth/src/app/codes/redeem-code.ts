import { timingSafeEqual } from 'node:crypto';
import { CODE_TRIES, codeState, type Code, type CodePurpose } from '../../domain/code.ts';
import type { User } from '../../domain/user.ts';
import { guessFailed, guessRight } from '../guesses/guess-budget.ts';
import type { GuessBudget } from '../guesses/ports.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

export type CodeOutcome = 'ok' | 'wrong' | 'expired' | 'none';

/** What a code is asked to do; a purpose-less one can be bound to any of them. */
export type CodeUse = Exclude<CodePurpose, 'any'>;

export interface CodeRows {
  /** what the code is to do; a purpose-less code becomes bound to it */
  use: CodeUse;
  address: string;
}

export interface RedeemCode {
  /** as locked in this transaction; undefined does the same work for nobody, and is never right */
  user: User | undefined;
  use: CodeUse;
  /** see `lockCodes` */
  rows: readonly Code[];
  code: string;
  /** the account's guess budget: a wrong code counts there, too */
  budget: GuessBudget;
  /** false looks and does not use it up */
  consume?: boolean;
}

export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The code for this use and the purpose-less one, locked. The person's row is locked before, as everywhere. */
export function lockCodes(
  deps: Pick<Deps, 'codes'>,
  tx: Tx,
  { userId = NOBODY, use, address }: CodeRows & { userId: string | undefined },
): Promise<Code[]> {
  return deps.codes.lock(tx, { userId, purposes: [use, 'any'], address: address.toLowerCase() });
}

/**
 * Tries a code: a right one is used up in the caller's transaction, so that of two tries at once with one code one gets
 * through, and whatever rolls back leaves it good. A wrong try counts once the transaction commits; the fifth voids it.
 */
export async function redeemCode(deps: Deps, tx: Tx, input: RedeemCode): Promise<CodeOutcome> {
  const { user, use, rows, code, budget, consume = true } = input;
  const live = rows.filter((row) => codeState(row, use, deps.clock()) === 'live');
  const right = live.find((row) => matches(deps, row, code));
  if (user && right) {
    await guessRight(deps, budget, tx);
    const bound = right.purpose === 'any' ? { boundTo: use } : {};
    if (consume) await deps.codes.update(tx, right, { ended: 'used', ...bound });
    return 'ok';
  }
  for (const row of live) await countTry(deps, tx, row);
  await guessFailed(deps, budget, tx);
  return live.length > 0 ? 'wrong' : stateOf(deps, rows, use) === 'expired' ? 'expired' : 'none';
}

/** Whether a code for this use is out, without trying one. */
export function stateOf(deps: Pick<Deps, 'clock'>, rows: readonly Code[], use: CodeUse): 'live' | 'expired' | 'none' {
  const states = rows.map((row) => codeState(row, use, deps.clock()));
  if (states.includes('live')) return 'live';
  return states.includes('expired') ? 'expired' : 'none';
}

function matches(deps: Pick<Deps, 'secrets'>, row: Code, code: string): boolean {
  return timingSafeEqual(row.codeHash, deps.secrets.hashCode(row.userId, row.purpose, row.address, code.trim()));
}

async function countTry(deps: Pick<Deps, 'codes'>, tx: Tx, row: Code): Promise<void> {
  const tries = row.tries + 1;
  await deps.codes.update(tx, row, { tries, ...(tries >= CODE_TRIES ? { ended: 'void' as const } : {}) });
}
