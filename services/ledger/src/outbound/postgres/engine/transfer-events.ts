import type { FlorinEvent } from '@florin/contracts';
import type { Trace } from '@florin/messaging';
import type { Accepted } from '../../../domain/posting/decide.ts';
import type { Entry, Posting } from '../../../domain/posting/posting.ts';

/**
 * The events of a batch as its outbox row keeps them: every fact once, a third of the text of the events themselves. The
 * batch writes while its accounts are locked, so it writes little; the relay, which is in no hurry, makes the events of it.
 */
export function packEvents(
  accepted: readonly { result: Accepted; posting: Posting }[],
  traces: ReadonlyMap<Posting, Trace>,
): string {
  return JSON.stringify(accepted.map(({ result, posting }) => pack(result, posting, traces.get(posting))));
}

/** `ledger.transfer-posted.v1` or, of a reversal, `ledger.transfer-reversed.v1`, in the order they were posted. */
export function unpackEvents(text: string): FlorinEvent[] {
  return (JSON.parse(text) as Packed[]).map(unpack);
}

type PackedEntry = [accountId: string, ownerId: string | null, amount: string, currency: string, balanceAfter: string];

/** the two balances of a plain transfer, or all entries */
type PackedEntries = [from: string, to: string] | PackedEntry[];

type Packed = [
  id: string,
  kind: string,
  amount: string,
  currency: string,
  fromUserId: string | null,
  toUserId: string | null,
  fromAccountId: string,
  toAccountId: string,
  note: string,
  visibility: string,
  reference: string | null,
  reversedTransferId: string | null,
  postedAt: string,
  correlationId: string | null,
  traceparent: string | null,
  entries: PackedEntries,
  /** missing in rows written before events named their cause */
  causationId?: string | null,
];

function pack({ transfer, entries }: Accepted, posting: Posting, trace: Trace | undefined): Packed {
  return [
    transfer.id,
    transfer.kind,
    String(transfer.amount),
    transfer.currency,
    transfer.fromUserId,
    transfer.toUserId,
    transfer.fromAccountId,
    transfer.toAccountId,
    transfer.note,
    transfer.visibility,
    transfer.reference,
    transfer.reversesTransferId,
    transfer.postedAt,
    trace?.correlationId ?? null,
    trace?.traceparent ?? null,
    posting.legs
      ? entries.map(packEntry)
      : [String((entries[0] as Entry).balanceAfter), String((entries[1] as Entry).balanceAfter)],
    trace?.causationId ?? null,
  ];
}

function packEntry({ accountId, ownerId, amount, currency, balanceAfter }: Entry): PackedEntry {
  return [accountId, ownerId, String(amount), currency, String(balanceAfter)];
}

function unpack(packed: Packed): FlorinEvent {
  const [
    id,
    kind,
    amount,
    currency,
    fromUserId,
    toUserId,
    fromAccountId,
    toAccountId,
    note,
    visibility,
    reference,
    reversedTransferId,
    postedAt,
    correlationId,
    traceparent,
    entries,
    causationId = null,
  ] = packed;
  const isReversal = kind === 'reversal';
  return {
    // a transfer has one event, so one id serves both
    id,
    type: isReversal ? 'ledger.transfer-reversed.v1' : 'ledger.transfer-posted.v1',
    occurredAt: postedAt,
    producer: 'ledger',
    aggregateId: id,
    correlationId: correlationId ?? id,
    causationId,
    traceparent,
    data: {
      transferId: id,
      kind,
      amount,
      currency,
      fromUserId,
      toUserId,
      fromAccountId,
      toAccountId,
      note,
      visibility,
      reference,
      postedAt,
      entries: isPlain(entries)
        ? [
            { accountId: fromAccountId, ownerId: fromUserId, amount: `-${amount}`, currency, balanceAfter: entries[0] },
            { accountId: toAccountId, ownerId: toUserId, amount, currency, balanceAfter: entries[1] },
          ]
        : entries.map(unpackEntry),
      ...(isReversal ? { reversedTransferId } : {}),
    },
  } as FlorinEvent;
}

const isPlain = (entries: PackedEntries): entries is [string, string] => typeof entries[0] === 'string';

function unpackEntry([accountId, ownerId, amount, currency, balanceAfter]: PackedEntry) {
  return { accountId, ownerId, amount, currency, balanceAfter };
}
