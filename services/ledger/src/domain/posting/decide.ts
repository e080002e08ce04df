import { FlorinError, invalidField, notFound } from '@florin/errors';
import { MAX_AMOUNT, MAX_JSON_AMOUNT } from '@florin/money';
import { type Account, type DefaultLimits, type Spending, type Worth, NO_LIMIT, available } from './account.ts';
import { giveBack, isLimited, spendAll } from './limits.ts';
import type { Entry, Leg, Posting, Transfer, TransferKind } from './posting.ts';
import { idsOf, microsOf } from './transfer-id.ts';

/** The locked accounts of a batch, changed by each posting that is accepted, and the instant it is posted at. */
export interface Book {
  accounts: ReadonlyMap<string, Account>;
  /** microseconds since 1970; later than every transfer of these accounts */
  micros: bigint;
  /** the same as ISO 8601 UTC */
  at: string;
  /** the same to the millisecond */
  postedAt: string;
  accepted: number;
  /** the id of the n-th transfer accepted */
  idOf: (index: number) => string;
  defaultLimits: DefaultLimits;
  worth: Worth;
}

/** What a book is opened with besides its accounts. */
export interface BookSettings {
  defaultLimits: DefaultLimits;
  worth: Worth;
  /** the random part of its ids: 12 hex digits, made anew for each book */
  idTail: string;
}

export interface Accepted {
  transfer: Transfer;
  entries: Entry[];
}

/** A book at the instant of the clock, or just after the accounts' last transfer when the clock lags behind it. */
export function openBook(
  accounts: ReadonlyMap<string, Account>,
  now: Date,
  { defaultLimits, worth, idTail }: BookSettings,
): Book {
  // ids sort by time, so the greatest is the latest
  let last = '';
  for (const { lastTransferId } of accounts.values()) {
    if (lastTransferId !== null && lastTransferId > last) last = lastTransferId;
  }
  const clock = BigInt(now.getTime()) * 1000n;
  const after = last === '' ? 0n : microsOf(last) + 1n;
  const micros = after > clock ? after : clock;
  const postedAt = new Date(Number(micros / 1000n)).toISOString();
  const idOf = idsOf(micros, idTail);
  return { accounts, micros, at: isoMicros(micros), postedAt, accepted: 0, idOf, defaultLimits, worth };
}

function isoMicros(micros: bigint): string {
  const ms = new Date(Number(micros / 1000n)).toISOString();
  return `${ms.slice(0, -1)}${(micros % 1000n).toString().padStart(3, '0')}Z`;
}

/** Accepts the posting and changes the book, or returns why not and leaves the book as it was. */
export function decide(book: Book, posting: Posting): Accepted | FlorinError {
  const legs = posting.legs ?? [
    { accountId: posting.fromAccountId, amount: -posting.amount },
    { accountId: posting.toAccountId, amount: posting.amount },
  ];
  const { accounts } = book;
  if (posting.legs) checkLegs(accounts, posting.legs);
  const from = accounts.get(posting.fromAccountId);
  const to = accounts.get(posting.toAccountId);
  if (!from || !to) return notFound('account');
  if (from.currency !== posting.currency) return wrongCurrency('from', from);
  if (!posting.legs && to.currency !== posting.currency) return wrongCurrency('to', to);
  const released = posting.releaseHeld ?? 0n;
  if (released > from.held) return new FlorinError('CONFLICT', 'More would be released than is held');
  const refusal = refuseLegs(accounts, legs, posting);
  if (refusal) return refusal;
  const counted = isLimited(from, posting.kind) && !posting.forced ? count(book, posting, from) : null;
  if (counted instanceof Error) return counted;
  return accept(book, posting, { legs, from, to, released, counted });
}

/** The counters after the posting, by account. */
function count(
  { accounts, at, defaultLimits: defaults, worth }: Book,
  { amount, alsoCountsAt }: Posting,
  from: Account,
): [Account, Spending][] | FlorinError {
  const also = alsoAt(accounts, from, alsoCountsAt ?? null);
  const spent = spendAll(from, also, { amount, day: at.slice(0, 10), defaults, worth });
  if (spent instanceof Error) return spent;
  const [own, total] = spent;
  return also && total
    ? [
        [from, own],
        [also, total],
      ]
    : [[from, own]];
}

/** The account at which another counts too. Whoever makes a posting must name it, for it has to be locked. */
function alsoAt(accounts: Book['accounts'], account: Account, named: string | null): Account | undefined {
  if (account.countsAt !== named) throw new Error(`account ${account.id} counts at another account than was locked`);
  return named === null ? undefined : accounts.get(named);
}

function wrongCurrency(side: 'from' | 'to', account: Account): FlorinError {
  return new FlorinError('INVALID_ARGUMENT', `currency: the ${side} account is in ${account.currency}`, {
    errors: [{ path: 'currency', message: `the ${side} account is in ${account.currency}` }],
  });
}

/** Whether the accounts take part comes before whether there is enough. */
function refuseLegs(accounts: Book['accounts'], legs: readonly Leg[], posting: Posting): FlorinError | null {
  for (const { accountId, amount } of legs) {
    const account = accounts.get(accountId);
    if (!account) return notFound('account');
    const pays = amount < 0n;
    const refusal = refuseStatus(account, { forced: posting.forced, pays }) ?? refuseKind(account, posting.kind, pays);
    if (refusal) return refusal;
  }
  for (const { accountId, amount } of legs) {
    const released = accountId === posting.fromAccountId ? (posting.releaseHeld ?? 0n) : 0n;
    const refusal = refuseAmount(accounts.get(accountId) as Account, amount, released, posting.floor);
    if (refusal) return refusal;
  }
  return null;
}

const NOTED: ReadonlySet<TransferKind> = new Set(['wallet', 'adjustment', 'reversal', 'refund']);

/** What is noted in a wallet is not money: it pays nobody, and no payment ends there. */
function refuseKind({ kind }: Account, transferKind: TransferKind, pays: boolean): FlorinError | null {
  if (kind !== 'wallet' || NOTED.has(transferKind)) return null;
  return invalidField(pays ? 'from' : 'to', `is a wallet, which takes no part in a transfer of kind ${transferKind}`);
}

/**
 * Why an amount can't come to (or, negative, leave) an account, of which so much is released and so much must stay (the
 * floor); null when it can.
 */
export function refuseAmount(account: Account, amount: bigint, released = 0n, floor?: bigint): FlorinError | null {
  const after = account.posted + amount;
  const maximum = account.kind === 'system' ? MAX_AMOUNT : MAX_JSON_AMOUNT;
  // what is available is told, too: balance and credit limit together
  const credited = account.creditLimit === NO_LIMIT ? 0n : account.creditLimit;
  const isTooMuch = amount > 0n && after + credited > maximum;
  if (isTooMuch || after < -maximum) return new FlorinError('LIMIT_EXCEEDED', 'The balance would be too large');
  if (amount > 0n || account.kind === 'system') return null;
  const credit = available(account) + released;
  const spare = floor === undefined ? credit : account.posted - account.held + released - floor;
  const free = spare < credit ? spare : credit;
  return -amount <= free ? null : insufficientFunds(account, free, -amount);
}

/** Why an account takes no part; null when it does. The one who pays isn't told more of the other than that. */
export function refuseStatus(
  { status }: Pick<Account, 'status'>,
  { forced = false, pays }: { forced?: boolean | undefined; pays: boolean },
): FlorinError | null {
  const which = pays ? 'The account' : 'The receiving account';
  if (status === 'closed') return new FlorinError('CONFLICT', `${which} is closed`);
  return status === 'frozen' && !forced ? new FlorinError('ACCOUNT_FROZEN', `${which} is frozen`) : null;
}

/** INSUFFICIENT_FUNDS that says what is available. */
export function insufficientFunds({ currency }: Pick<Account, 'currency'>, free: bigint, needed: bigint): FlorinError {
  return new FlorinError(
    'INSUFFICIENT_FUNDS',
    `${free.toString()} minor units of ${currency} are available, ${needed.toString()} are needed`,
    { meta: { available: Number(free), needed: Number(needed), currency } },
  );
}

/** Legs are made by our own use cases: anything wrong with them is a bug. */
function checkLegs(accounts: Book['accounts'], legs: readonly Leg[]): void {
  const sums = new Map<string, bigint>();
  if (new Set(legs.map((leg) => leg.accountId)).size !== legs.length) throw new Error('two legs of one account');
  for (const { accountId, amount } of legs) {
    if (amount === 0n) throw new Error('a leg of nothing');
    const currency = accounts.get(accountId)?.currency ?? '';
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  }
  for (const sum of sums.values()) if (sum !== 0n) throw new Error('legs do not sum to zero');
}

interface Parts {
  legs: readonly Leg[];
  from: Account;
  to: Account;
  released: bigint;
  counted: [Account, Spending][] | null;
}

function accept(book: Book, posting: Posting, { legs, from, to, released, counted }: Parts): Accepted {
  const id = book.idOf(book.accepted++);
  from.held -= released;
  for (const [account, spending] of counted ?? []) account.spending = spending;
  restore(book, posting.restores);
  const entries = legs.map(({ accountId, amount }) => addEntry(book.accounts.get(accountId) as Account, amount, id));
  return {
    entries,
    transfer: {
      id,
      kind: posting.kind,
      amount: posting.amount,
      currency: posting.currency,
      fromAccountId: from.id,
      toAccountId: to.id,
      fromUserId: from.ownerId,
      toUserId: to.ownerId,
      note: posting.note,
      visibility: posting.visibility,
      reference: posting.reference,
      reversesTransferId: posting.reversesTransferId ?? null,
      postedAt: book.postedAt,
    },
  };
}

function restore({ accounts, at, worth }: Book, share: Posting['restores']): void {
  if (!share) return;
  const account = accounts.get(share.accountId);
  if (account?.kind !== 'main') return;
  giveBack(account, alsoAt(accounts, account, share.alsoAt), { share, today: at.slice(0, 10), worth });
}

function addEntry(account: Account, amount: bigint, id: string): Entry {
  const previousTransferId = account.lastTransferId;
  account.posted += amount;
  account.sequence += 1n;
  account.lastTransferId = id;
  return {
    transferId: id,
    accountId: account.id,
    ownerId: account.ownerId,
    sequence: account.sequence,
    amount,
    balanceAfter: account.posted,
    currency: account.currency,
    previousTransferId,
  };
}
