import { invalidField } from '@florin/errors';
import { formatMajor } from '@florin/money';
import { lowestIdAt } from '../../domain/posting/transfer-id.ts';
import type { Deps } from '../index.ts';
import { numberOf } from './verify-statement.ts';
import { getAccount, type OwnAccount } from './get-account.ts';
import { askInParts } from '../people/name-people.ts';
import type { PersonOverTime } from '../people/ports.ts';
import type { AccountDetails, EntryDetails } from './ports.ts';

/** What a person was called at an instant. */
export interface Named {
  name: string;
  /** may be empty */
  username: string;
}

export interface StatementLine extends EntryDetails {
  /** the other side as it was called then; null when there is none or people can't be asked */
  counterparty: Named | null;
}

export interface Statement {
  account: AccountDetails;
  /** as called at its end; null while people can't be asked */
  owner: Named | null;
  from: Date;
  to: Date;
  opening: bigint;
  closing: bigint;
  /** oldest first */
  lines: StatementLine[];
  /** by which verifyStatement knows it */
  number: string;
}

/** Stands for a person who has left. */
const FORMER_MEMBER: Named = { name: 'Former member', username: '' };

type Asked = OwnAccount & { from: Date; to: Date };

const MAX_LINES = 10_000;
const CHUNK = 1_000;

/**
 * All entries posted from `from` (included) to `to` (not included) with the balances around them, made a document by `draw`.
 * Throws NOT_FOUND for another's account, INVALID_ARGUMENT when there are more than 10,000, RATE_LIMITED.
 */
export async function getStatement(
  deps: Deps,
  { draw, ...asked }: Asked & { draw: (statement: Statement) => Promise<Buffer | string> },
): Promise<Buffer | string> {
  if (asked.from >= asked.to) throw invalidField('to', 'must be after from');
  return deps.shareStatements(asked.ownerId, async () => draw(await readStatement(deps, asked)));
}

async function readStatement(deps: Deps, { from, to, ...own }: Asked): Promise<Statement> {
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
  const closing = lines.at(-1)?.balanceAfter ?? opening;
  const money = (amount: bigint) => formatMajor(amount, account.currency);
  const balances = { opening: money(opening), closing: money(closing) };
  const number = numberOf(deps, { account: account.id, from, to, ...balances, lines: lines.length });
  return { account, from, to, opening, closing, number, ...(await nameSides(deps, account, lines, to)) };
}

/** Names of then. While people can't be asked the statement shows ids: what it says of money doesn't depend on them. */
async function nameSides(
  { people, logger, clock }: Pick<Deps, 'people' | 'logger' | 'clock'>,
  { ownerId }: AccountDetails,
  lines: readonly EntryDetails[],
  to: Date,
): Promise<Pick<Statement, 'owner' | 'lines'>> {
  try {
    const known = await askInParts([ownerId, ...lines.map((line) => line.counterpartyId)], (ids) =>
      people.overTime(ids),
    );
    const named = (id: string | null, at: Date) => (id === null ? null : calledAt(known.get(id), at));
    return {
      owner: named(ownerId, to < clock() ? to : clock()),
      lines: lines.map((line) => ({ ...line, counterparty: named(line.counterpartyId, line.postedAt) })),
    };
  } catch (error) {
    logger.warn({ err: error }, 'a statement goes out without names');
    return { owner: null, lines: lines.map((line) => ({ ...line, counterparty: null })) };
  }
}

function calledAt(person: PersonOverTime | undefined, at: Date): Named {
  return person ? (person.formerNames.find(({ until }) => at < until) ?? person) : FORMER_MEMBER;
}
