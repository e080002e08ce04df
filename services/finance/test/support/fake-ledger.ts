import { createEvent, type FlorinEvent } from '@florin/contracts';
import { FlorinError } from '@florin/errors';
import { type LedgerServiceDefinition, loadProto } from '@florin/proto';
import type { Party__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/Party.ts';
import type { TransferRequest__Output as WithMemo } from '@florin/proto/gen/ledger/florin/ledger/v1/TransferRequest.ts';
import {
  type GrpcMethods,
  createGrpcServer,
  createLogger,
  createMetrics,
  createServiceTokens,
  newId,
} from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';

type Request = Omit<WithMemo, 'memo'>;

interface FakeAccount {
  id: string;
  ownerId: string | null;
  currency: string;
  kind: string;
  reference: string;
  posted: bigint;
  creditLimit: bigint;
  lastTransferId: string;
}

interface FakeTransfer {
  id: string;
  kind: string;
  from: FakeAccount;
  to: FakeAccount;
  amount: bigint;
  note: string;
  reference: string;
  reversed: boolean;
}

/** not: the call never arrives; lost: it does its work and the answer is lost */
export type Fault = 'not' | 'lost';

/** A ledger in memory that keeps balances, credit limits, idempotency keys and atomic groups like the real one. */
class LedgerBook {
  accounts = new Map<string, FakeAccount>();
  transfers = new Map<string, FakeTransfer>();
  keys = new Map<string, { content: string; transferId: string }>();
  events: FlorinEvent[] = [];
  /** owners whose accounts post nothing */
  frozen = new Set<string>();

  open(ownerId: string | null, currency: string, kind: string, reference: string, creditLimit = 0n): FakeAccount {
    const name = kind === 'main' ? '' : reference;
    const known = [...this.accounts.values()].find(
      (each) => each.ownerId === ownerId && each.kind === kind && each.currency === currency && each.reference === name,
    );
    if (known) return known;
    const account = {
      id: newId(),
      ownerId,
      currency,
      kind,
      reference: name,
      posted: 0n,
      creditLimit,
      lastTransferId: '',
    };
    this.accounts.set(account.id, account);
    return account;
  }

  balanceOf(accountId: string): bigint {
    return this.accounts.get(accountId)?.posted ?? 0n;
  }

  /** Sum over all accounts: zero in a ledger that balances. */
  total(): bigint {
    return [...this.accounts.values()].reduce((sum, { posted }) => sum + posted, 0n);
  }

  post(request: Request): { transfer: FakeTransfer; replayed: boolean } {
    const content = JSON.stringify(request);
    const known = this.keys.get(request.idempotencyKey);
    if (known) {
      if (known.content !== content) throw new FlorinError('IDEMPOTENCY_MISMATCH', 'another content');
      return { transfer: this.transfers.get(known.transferId)!, replayed: true };
    }
    const amount = BigInt(request.amount);
    if (amount <= 0n) throw new FlorinError('INVALID_ARGUMENT', 'amount: must be more than 0');
    const from = this.party(request.from, request.currency);
    const to = this.party(request.to, request.currency);
    const { kind, note, reference } = request;
    const transfer = this.move({ kind, from, to, amount, note, reference }, undefined, floorOf(request));
    this.keys.set(request.idempotencyKey, { content, transferId: transfer.id });
    return { transfer, replayed: false };
  }

  reverse(transferId: string, key: string, reference: string, floor?: bigint): FakeTransfer {
    const known = this.keys.get(key);
    if (known) return this.transfers.get(known.transferId)!;
    const original = this.transfers.get(transferId);
    if (!original) throw new FlorinError('NOT_FOUND', 'transfer not found');
    if (original.reversed) throw new FlorinError('CONFLICT', 'reversed already');
    const { from: to, to: from, amount, note } = original;
    const transfer = this.move({ kind: 'reversal', from, to, amount, note, reference }, transferId, floor);
    original.reversed = true;
    this.keys.set(key, { content: transferId, transferId: transfer.id });
    return transfer;
  }

  /** Runs `work` and takes everything back when it throws. */
  atomically<T>(work: () => T): T {
    const saved = [...this.accounts.values()].map((account) => [account, { ...account }] as const);
    const keys = new Map(this.keys);
    const events = [...this.events];
    try {
      return work();
    } catch (error) {
      for (const [account, before] of saved) Object.assign(account, before);
      this.keys = keys;
      this.events = events;
      throw error;
    }
  }

  private party(party: Party__Output | null, currency: string): FakeAccount {
    if (party?.system) return this.open(null, currency, 'system', party.system);
    if (party?.userId) return this.open(party.userId, currency, 'main', '');
    const account = this.accounts.get(party?.accountId ?? '');
    if (!account) throw new FlorinError('NOT_FOUND', 'account not found');
    if (account.currency !== currency) throw new FlorinError('INVALID_ARGUMENT', 'currency: is another');
    return account;
  }

  limit(ownerId: string, accountId: string, creditLimit: bigint): FakeAccount {
    const account = this.accounts.get(accountId);
    if (account?.ownerId !== ownerId) throw new FlorinError('NOT_FOUND', 'account not found');
    if (account.kind !== 'wallet') throw new FlorinError('INVALID_ARGUMENT', 'creditLimit: is for wallets only');
    if (account.posted < -creditLimit) throw new FlorinError('CONFLICT', 'is further below zero already');
    account.creditLimit = creditLimit;
    return account;
  }

  private move(order: Omit<FakeTransfer, 'id' | 'reversed'>, reverses?: string, floor?: bigint): FakeTransfer {
    const { from, to, amount } = order;
    if (from.id === to.id) throw new FlorinError('INVALID_ARGUMENT', 'to: is the same account');
    if ([from, to].some(({ ownerId }) => ownerId !== null && this.frozen.has(ownerId))) {
      throw new FlorinError('ACCOUNT_FROZEN', 'The account is frozen');
    }
    const least = floor !== undefined && floor > -from.creditLimit ? floor : -from.creditLimit;
    if (from.kind !== 'system' && from.posted - amount < least) {
      throw new FlorinError('INSUFFICIENT_FUNDS', 'not enough');
    }
    from.posted -= amount;
    to.posted += amount;
    const transfer = { ...order, id: newId(), reversed: false };
    this.transfers.set(transfer.id, transfer);
    from.lastTransferId = to.lastTransferId = transfer.id;
    this.events.push(transferEvent(transfer, reverses));
    return transfer;
  }
}

const floorOf = ({ floor }: { floor?: string }) => (floor === undefined ? undefined : BigInt(floor));

function transferEvent({ id, kind, from, to, amount, note, reference }: FakeTransfer, reverses?: string): FlorinEvent {
  const entry = (account: FakeAccount, sum: bigint) => ({
    accountId: account.id,
    ownerId: account.ownerId,
    amount: sum.toString(),
    currency: account.currency,
    balanceAfter: account.posted.toString(),
  });
  const data = {
    transferId: id,
    kind: kind as 'peer',
    amount: amount.toString(),
    currency: from.currency,
    fromUserId: from.ownerId,
    toUserId: to.ownerId,
    fromAccountId: from.id,
    toAccountId: to.id,
    note,
    visibility: 'private' as const,
    reference: reference === '' ? null : reference,
    entries: [entry(from, -amount), entry(to, amount)],
    postedAt: new Date().toISOString(),
  };
  const envelope = { id: newId(), producer: 'ledger', aggregateId: id, occurredAt: new Date() };
  return reverses === undefined
    ? createEvent({ ...envelope, type: 'ledger.transfer-posted.v1', data })
    : createEvent({
        ...envelope,
        type: 'ledger.transfer-reversed.v1',
        data: { ...data, reversedTransferId: reverses },
      });
}

/** Serves a book over gRPC. `fault` tells what becomes of each call; `calls` counts them by method. */
export function createFakeLedger(book = new LedgerBook()) {
  const state: { fault: Fault | undefined; calls: Record<string, number>; port: number } = {
    fault: undefined,
    calls: {},
    port: 0,
  };
  const guarded =
    <Q, R>(name: string, work: (request: Q) => R) =>
    (request: Q): Promise<R> => {
      state.calls[name] = (state.calls[name] ?? 0) + 1;
      const dead = () => new FlorinError('DEADLINE_EXCEEDED', 'the ledger does not answer');
      if (state.fault === 'not') return Promise.reject(dead());
      try {
        const answer = work(request);
        return state.fault === 'lost' ? Promise.reject(dead()) : Promise.resolve(answer);
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
  const server = createGrpcServer<LedgerServiceDefinition>({
    address: { host: '127.0.0.1', port: 0 },
    definition: loadProto('ledger'),
    methods: withAbsent(methodsOf(book, guarded)),
    tokens: createServiceTokens(TEST_SECRET, 'ledger'),
    logger: createLogger('fake-ledger', 'silent'),
    metrics: createMetrics('fake-ledger', { defaults: false }),
  });
  return {
    book,
    state,
    start: async () => {
      state.port = await server.start();
    },
    stop: () => server.stop(),
  };
}

type Guard = <Q, R>(name: string, work: (request: Q) => R) => (request: Q) => Promise<R>;

type Used = Pick<
  GrpcMethods<LedgerServiceDefinition>,
  'getRates' | 'openAccount' | 'setCreditLimit' | 'getAccounts' | 'getTransfers' | 'postTransfers' | 'reverseTransfer'
>;

/** What finance never asks for is not there. */
function withAbsent(methods: Used): GrpcMethods<LedgerServiceDefinition> {
  const absent = () => Promise.reject(new FlorinError('NOT_FOUND', 'not in the fake'));
  return new Proxy(methods, {
    get: (target, name) => (target as Record<string | symbol, unknown>)[name] ?? absent,
  }) as GrpcMethods<LedgerServiceDefinition>;
}

function methodsOf(book: LedgerBook, guarded: Guard): Used {
  const accountOf = ({ id, ownerId, currency, kind, reference, posted, creditLimit, lastTransferId }: FakeAccount) => ({
    id,
    ownerId: ownerId ?? '',
    currency,
    kind,
    reference,
    status: 'open',
    posted: posted.toString(),
    held: '0',
    available: (posted + creditLimit).toString(),
    creditLimit: creditLimit.toString(),
    createdAt: new Date().toISOString(),
    lastTransferId,
  });
  const transferOf = ({ id, kind, from, to, amount, reference }: FakeTransfer) => ({
    id,
    kind,
    reference,
    fromAccountId: from.id,
    toAccountId: to.id,
    amount: amount.toString(),
    currency: from.currency,
  });
  const refusal = (error: unknown) => {
    if (!(error instanceof FlorinError)) throw error;
    return { error: { code: error.code, message: error.message } };
  };
  return {
    getRates: guarded('GetRates', ({ from, days }) => ({
      // two minor units for each of an even day, three for each of an odd one
      rates: from.flatMap((currency) =>
        days.map((day) => ({
          from: currency,
          day,
          numerator: Number(day.slice(8)) % 2 === 0 ? '2' : '3',
          denominator: '1',
        })),
      ),
    })),
    openAccount: guarded('OpenAccount', (request) => ({
      account: accountOf(
        book.open(
          request.ownerId,
          request.currency,
          request.kind,
          request.reference,
          BigInt(request.creditLimit || '0'),
        ),
      ),
    })),
    setCreditLimit: guarded('SetCreditLimit', ({ ownerId, accountId, creditLimit }) => ({
      account: accountOf(book.limit(ownerId, accountId, BigInt(creditLimit))),
    })),
    getAccounts: guarded('GetAccounts', ({ ids, ownerId }) => {
      const all = [...book.accounts.values()];
      return { accounts: all.filter((each) => ids.includes(each.id) || each.ownerId === ownerId).map(accountOf) };
    }),
    getTransfers: guarded('GetTransfers', ({ ids }) => ({
      transfers: ids.flatMap((id) => {
        const found = book.transfers.get(id);
        return found ? [transferOf(found)] : [];
      }),
    })),
    postTransfers: guarded('PostTransfers', ({ transfers, atomic }) => {
      let at = 0;
      const one = (request: Request, index: number) => {
        at = index;
        const { transfer, replayed } = book.post(request);
        return { transfer: transferOf(transfer), replayed };
      };
      const alone = (request: Request) => {
        try {
          const { transfer, replayed } = book.post(request);
          return { transfer: transferOf(transfer), replayed };
        } catch (error) {
          return refusal(error);
        }
      };
      if (!atomic) return { results: transfers.map(alone) };
      try {
        return { results: book.atomically(() => transfers.map(one)) };
      } catch (error) {
        const { error: cause } = refusal(error);
        return { results: transfers.map((_each, index) => ({ error: { ...cause, forAnother: index !== at } })) };
      }
    }),
    reverseTransfer: guarded('ReverseTransfer', (request) => ({
      transfer: transferOf(
        book.reverse(request.transferId, request.idempotencyKey, request.reference, floorOf(request)),
      ),
    })),
  };
}
