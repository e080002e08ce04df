import { timingSafeEqual } from 'node:crypto';
import { FlorinError } from '@florin/errors';
import type { Code, CodePurpose, CodeState } from '../../domain/code.ts';
import { CODE_TRIES, codeState } from '../../domain/code.ts';
import type { User } from '../../domain/user.ts';
import { guessFailed, guessRight } from '../abuse/guard.ts';
import type { App, Lane, Unit } from '../ports.ts';

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
  lane: Lane;
  /** false looks and does not use it up */
  consume?: boolean;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Tries a code and, if it is right, does `effect` in the same transaction that uses it up: of two tries at once with
 * one code, one gets through. A wrong try is counted for good; the fifth voids the code.
 */
export async function redeemCode<T>(
  app: App,
  input: RedeemCode,
  effect?: (unit: Unit, user: User) => Promise<T>,
): Promise<{ outcome: 'ok'; value: T | undefined } | { outcome: Exclude<CodeOutcome, 'ok'> }> {
  return app.unit(async (unit) => {
    // the person's row first, as everywhere: else this and a send of a code could wait for each other
    const user = await app.stores.users.lock(unit.trx, input.user?.id ?? NOBODY);
    const rows = await candidates(app, unit, input);
    const live = rows.filter((row) => codeState(row, input.use, app.clock()) === 'live');
    const right = live.find((row) => matches(app, row, input.code));
    if (user && right) {
      await guessRight(app, input.lane, unit.trx);
      await settle(app, unit, right, input);
      return { outcome: 'ok', value: await effect?.(unit, user) };
    }
    for (const row of live) await countTry(app, unit, row);
    await guessFailed(app, input.lane, unit.trx);
    if (live.length > 0) return { outcome: 'wrong' };
    const expired = rows.some((row) => codeState(row, input.use, app.clock()) === 'expired');
    return { outcome: expired ? 'expired' : 'none' };
  });
}

/** Whether a code for this use is out, without trying one. */
export async function peekCode(
  app: App,
  { userId, use, address }: { userId: string; use: CodeUse; address: string },
): Promise<CodeState> {
  const now = app.clock();
  const states = await Promise.all(
    [use, 'any'].map(async (purpose) => {
      const row = await app.stores.codes.find(app.db, { userId, purpose, address: address.toLowerCase() });
      return codeState(row, use, now);
    }),
  );
  if (states.includes('live')) return 'live';
  return states.includes('expired') ? 'expired' : 'none';
}

/** The code for this use and the purpose-less one, locked, always in this order. */
async function candidates(app: App, { trx }: Unit, { user, use, address }: RedeemCode): Promise<Code[]> {
  const rows: Code[] = [];
  for (const purpose of [use, 'any'] as const) {
    const key = { userId: user?.id ?? NOBODY, purpose, address: address.toLowerCase() };
    const row = await app.stores.codes.lock(trx, key);
    if (row) rows.push(row);
  }
  return rows;
}

function matches(app: App, row: Code, code: string): boolean {
  return timingSafeEqual(row.codeHash, app.secrets.hashCode(row.userId, row.purpose, row.address, code.trim()));
}

async function settle(app: App, { trx }: Unit, row: Code, { use, consume = true }: RedeemCode): Promise<void> {
  if (!consume) return;
  await app.stores.codes.update(trx, row, { ended: 'used', ...(row.purpose === 'any' ? { boundTo: use } : {}) });
}

async function countTry(app: App, { trx }: Unit, row: Code): Promise<void> {
  const tries = row.tries + 1;
  await app.stores.codes.update(trx, row, { tries, ...(tries >= CODE_TRIES ? { ended: 'void' as const } : {}) });
}

/** The /v1 error of a code that did not work: one for wrong, voided and never sent. */
export function codeError(outcome: Exclude<CodeOutcome, 'ok'>): FlorinError {
  if (outcome === 'expired') return new FlorinError('CODE_EXPIRED', 'The code has expired; ask for a new one');
  return new FlorinError('CODE_INVALID', 'The code is wrong', { errors: [{ path: 'code', message: 'is wrong' }] });
}
