import { createHash, timingSafeEqual } from 'node:crypto';
import { namePeople } from '../people/name-people.ts';
import type { Deps } from '../index.ts';
import type { Named } from './get-statement.ts';

/** What a statement says. */
export interface StatementFacts {
  account: string;
  from: Date;
  to: Date;
  /** in major units, as printed */
  opening: string;
  closing: string;
  /** how many entries it lists */
  lines: number;
}

export interface Verified {
  currency: string;
  lines: number;
  /** as called now; null when not known */
  owner: Named | null;
}

/** The number of a statement: how many lines it has, and a code that only this ledger makes, of all it says. */
export function numberOf({ statementCode }: Pick<Deps, 'statementCode'>, facts: StatementFacts): string {
  const { account, from, to, opening, closing, lines } = facts;
  return `${lines}-${statementCode([account, from.toISOString(), to.toISOString(), opening, closing, lines].join(' '))}`;
}

/**
 * Whether a statement with these facts was made under this number; undefined when not. Nothing is looked up for a number
 * that is wrong, so that strangers learn nothing of accounts.
 */
export async function verifyStatement(
  deps: Deps,
  { number, ...said }: Omit<StatementFacts, 'lines'> & { number: string },
): Promise<Verified | undefined> {
  const lines = Number(/^\d{1,5}(?=-)/.exec(number)?.[0] ?? Number.NaN);
  if (!Number.isInteger(lines) || !isSame(numberOf(deps, { ...said, lines }), number)) return undefined;
  const [account] = await deps.accounts.byIds([said.account]);
  if (!account) return undefined;
  const owner = (await namePeople(deps, [account.ownerId])).get(account.ownerId ?? '') ?? null;
  return { currency: account.currency, lines, owner: owner && { name: owner.name, username: owner.username } };
}

/** Compared in a time that tells nothing of where they differ; as people type it. */
function isSame(number: string, typed: string): boolean {
  const plain = (text: string) =>
    text
      .toUpperCase()
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
      .replaceAll(/[^0-9A-Z]/g, '');
  const [one, other] = [plain(number), plain(typed)].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
