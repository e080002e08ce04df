import { invalidField } from '@florin/errors';
import { lowestIdAt } from '../../domain/posting/transfer-id.ts';
import type { Deps } from '../index.ts';
import type { OwnAccount } from './get-account.ts';
import { getAccount } from './get-account.ts';
import type { AccountDetails, EntryDetails } from './ports.ts';

export interface Statement {
  account: AccountDetails;
  from: Date;
  to: Date;
  opening: bigint;
  closing: bigint;
  /** oldest first */
  lines: EntryDetails[];
}

const MAX_LINES = 10_000;
const CHUNK = 1_000;

/**
 * All entries posted from `from` (included) to `to` (not included) with the balances around them. Throws NOT_FOUND for
 * another's account, INVALID_ARGUMENT when there are more than 10,000.
 */
export async function getStatement(
  deps: Pick<Deps, 'accounts' | 'entries'>,
  { from, to, ...own }: OwnAccount & { from: Date; to: Date },
): Promise<Statement> {
  if (from >= to) throw invalidField('to', 'must be after from');
  const account = await getAccount(deps, own);
  const oldest = lowestIdAt(from);
  const lines: EntryDetails[] = [];
  let before = lowestIdAt(to);
  for (;;) {
    const chunk = await deps.entries.ofAccount(account.id, { before, limit: CHUNK });
    const inside = chunk.filter((entry) => entry.transferId >= oldest);
    lines.push(...inside);
    if (lines.length > MAX_LINES) throw invalidField('from', `more than ${MAX_LINES} entries: choose a shorter time`);
    const last = chunk.at(-1);
    if (!last || inside.length < chunk.length || chunk.length < CHUNK) break;
    before = last.transferId;
  }
  lines.reverse();
  const opening = await deps.entries.balanceAt(account.id, new Date(from.getTime() - 1));
  return { account, from, to, opening, closing: lines.at(-1)?.balanceAfter ?? opening, lines };
}
