import { invalidField, notFound } from '@florin/errors';
import { currentContext, newId } from '@florin/service-kit';
import type { Clock } from '@florin/service-kit';
import type { Hold } from '../../domain/hold.ts';
import { captureAmount, holdExpiry, requirePending, statusAt } from '../../domain/hold.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import { dayOf } from '../../domain/posting/limits.ts';
import type { Directory } from '../directory.ts';
import { eachAlone } from '../each-alone.ts';
import type { HoldStore, Once, Transact, Tx } from '../ports.ts';
import type { Recipient } from '../transfers/make-posting.ts';
import { recipientAccount } from '../transfers/make-posting.ts';

export interface HoldParts {
  directory: Directory;
  transact: Transact;
  holds: HoldStore;
  clock: Clock;
}

export interface PlaceHold {
  callerId: string;
  to: Recipient;
  amount: bigint;
  currency: string;
  note: string;
  expiresAt: Date | undefined;
  key: string | undefined;
}

/**
 * Sets money of the caller aside for somebody: it stays in the account and can't be spent otherwise, and counts towards
 * the limits as if it were sent, so that nothing but the account's state is in the way of a capture. Throws NOT_FOUND
 * naming `to`, INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, ACCOUNT_FROZEN, INVALID_ARGUMENT.
 */
export function createPlaceHold({ directory, transact, holds }: HoldParts) {
  return async (request: PlaceHold): Promise<Once<Hold>> => {
    const { callerId, to, amount, currency, note, expiresAt } = request;
    const asked = JSON.stringify(['hold', to, String(amount), currency, note, expiresAt ?? null]);
    const key = keyOf(callerId, request.key, asked);
    const first = await transact.replay<Hold>(key);
    if (first) return first;
    const account = await directory.payerAccount(callerId, currency, amount);
    const payee = await recipientAccount(directory, to, { payer: account, amount });
    if (payee.ownerId === null || payee.ownerId === callerId) throw invalidField('to', 'must be somebody else');
    const payeeId = payee.ownerId;
    return transact.once(key, async (tx) => {
      const hold: Hold = {
        id: newId(),
        ownerId: callerId,
        accountId: account.id,
        payeeId,
        payeeAccountId: payee.id,
        amount,
        captured: 0n,
        currency,
        note,
        status: 'pending',
        transferId: null,
        createdAt: tx.now,
        expiresAt: holdExpiry(tx.now, expiresAt),
      };
      await holds.reserve(tx, account.id, amount);
      await holds.add(tx, hold);
      return hold;
    });
  };
}

export interface ChangeHold {
  callerId: string;
  id: string;
  key: string | undefined;
}

/**
 * Moves held money, all or a part, to the one it is held for; what is not captured is free again. Either party may ask.
 * Throws NOT_FOUND, CONFLICT when the hold has ended, INVALID_ARGUMENT above the hold, ACCOUNT_FROZEN.
 */
export function createCaptureHold({ transact, holds }: HoldParts) {
  return (request: ChangeHold & { amount: bigint | undefined }): Promise<Once<Hold>> => {
    const asked = JSON.stringify(['capture', request.id, request.amount === undefined ? null : String(request.amount)]);
    return transact.once(keyOf(request.callerId, request.key, asked), async (tx) => {
      const hold = await lockOwn(holds, tx, request);
      requirePending(hold, tx.now);
      const captured = captureAmount(hold, request.amount);
      const context = currentContext();
      const [transfer] = await tx.post({
        kind: 'capture',
        amount: captured,
        currency: hold.currency,
        fromAccountId: hold.accountId,
        toAccountId: hold.payeeAccountId,
        releaseHeld: hold.amount,
        restores: {
          accountId: hold.accountId,
          amount: hold.amount - captured,
          count: 0,
          day: dayOf(hold.createdAt),
        },
        note: hold.note,
        visibility: 'private',
        reference: hold.id,
        correlationId: context?.requestId,
        traceparent: context?.traceparent,
      });
      const ended: Hold = { ...hold, status: 'captured', captured, transferId: transfer?.id ?? null };
      await holds.end(tx, ended);
      return ended;
    });
  };
}

/** Frees held money. Either party may ask. Throws NOT_FOUND, CONFLICT when the hold has ended. */
export function createVoidHold({ transact, holds }: HoldParts) {
  return (request: ChangeHold): Promise<Once<Hold>> => {
    const key = keyOf(request.callerId, request.key, JSON.stringify(['void', request.id]));
    return transact.once(key, async (tx) => {
      const hold = await lockOwn(holds, tx, request);
      // one that has lapsed may still hold its money for the moment
      if (hold.status !== 'pending') requirePending(hold, tx.now);
      return free(holds, tx, { ...hold, status: statusAt(hold, tx.now) === 'lapsed' ? 'lapsed' : 'voided' });
    });
  };
}

/** Frees what is held beyond its time, at most `limit` holds; answers how many. */
export function createLapseHolds({ transact, holds, clock }: HoldParts) {
  return async (limit: number): Promise<number> => {
    const due = await holds.expired(clock(), limit);
    await eachAlone(due, (id) =>
      transact.run(async (tx) => {
        const hold = await holds.lock(tx, id);
        if (hold?.status === 'pending' && hold.expiresAt <= tx.now)
          await free(holds, tx, { ...hold, status: 'lapsed' });
      }),
    );
    return due.length;
  };
}

/** A hold the user is a party of. NOT_FOUND for any other. */
export function createGetHold({ holds }: HoldParts) {
  return async (callerId: string, id: string): Promise<Hold> => {
    const hold = await holds.find(id);
    if (!hold || !isParty(hold, callerId)) throw notFound('hold');
    return hold;
  };
}

async function lockOwn(holds: HoldStore, tx: Tx, { id, callerId }: ChangeHold): Promise<Hold> {
  const hold = await holds.lock(tx, id);
  if (!hold || !isParty(hold, callerId)) throw notFound('hold');
  return hold;
}

const isParty = (hold: Hold, userId: string): boolean => hold.ownerId === userId || hold.payeeId === userId;

async function free(holds: HoldStore, tx: Tx, ended: Hold): Promise<Hold> {
  await holds.release(tx, ended);
  await holds.end(tx, ended);
  return ended;
}
