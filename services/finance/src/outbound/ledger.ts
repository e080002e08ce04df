import { FlorinError, isErrorCode, type FieldFault } from '@florin/errors';
import { MAX_JSON_AMOUNT } from '@florin/money';
import type { Account__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/Account.ts';
import type { TransferResult__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/TransferResult.ts';
import type { ServiceClient } from '@florin/service-kit';
import type { Ledger, LedgerAccount } from '../app/wallets/ports.ts';
import { referenceOf } from '../domain/ledger/posting.ts';

export type LedgerClient = ServiceClient<'ledger'>;

const FEW = 2;
const BATCH_TIMEOUT_MS = 10_000;

/** The ledger as this service needs it. */
export function createLedger(client: LedgerClient): Ledger {
  const open = async (request: Parameters<LedgerClient['openAccount']>[0]): Promise<LedgerAccount> => {
    const { account } = await client.openAccount(request);
    if (!account) throw new FlorinError('INTERNAL', 'the ledger opened no account');
    return toAccount(account);
  };
  return {
    openMain: (ownerId, currency) => open({ ownerId, currency, kind: 'main', reference: '', creditLimit: '0' }),
    openWallet: ({ ownerId, walletId, currency, creditLimit }) =>
      open({ ownerId, currency, kind: 'wallet', reference: walletId, creditLimit: limitText(creditLimit) }),
    setCreditLimit: async (ownerId, accountId, creditLimit) => {
      await client.setCreditLimit({ ownerId, accountId, creditLimit: limitText(creditLimit) });
    },
    accounts: async (ids) => {
      const { accounts } = await client.getAccounts({ ids: [...ids], ownerId: '' });
      return new Map(accounts.map((account) => [account.id, toAccount(account)]));
    },
    references: async (ids) => {
      const { transfers } = await client.getTransfers({ ids: [...ids] });
      return new Map(transfers.map(({ id, reference }) => [id, reference]));
    },
    post: async (ownerId, operationId, postings) => {
      const transfers = postings.map((posting) => transferOf({ ownerId, operationId, posting }));
      const { results } = await client.postTransfers({ atomic: true, transfers }, patienceFor(transfers));
      refuse(results);
      return new Map(postings.map(({ key }, index) => [key, results[index]?.transfer?.id ?? '']));
    },
    postEach: async (orders) => {
      const transfers = orders.map(transferOf);
      const { results } = await client.postTransfers({ atomic: false, transfers }, patienceFor(transfers));
      return orders.map((_order, index) => {
        const { transfer, error } = results[index] ?? {};
        if (transfer) return transfer.id;
        if (error) return refusalOf(error);
        throw new FlorinError('INTERNAL', 'the ledger gave no result');
      });
    },
    reverse: async (ownerId, operationId, transferId, floor) => {
      await client.reverseTransfer({
        ...floorText(floor),
        transferId,
        idempotencyKey: operationId,
        callerUserId: ownerId,
        note: '',
        reference: referenceOf(operationId),
      });
    },
  };
}

/** What the ledger calls no limit: 2^53 - 1, further than any balance goes. */
const limitText = (limit: bigint | null) => (limit ?? MAX_JSON_AMOUNT).toString();
const floorText = (floor: bigint | undefined) => (floor === undefined ? {} : { floor: floor.toString() });

function toAccount({ id, currency, kind, posted, creditLimit, lastTransferId }: Account__Output): LedgerAccount {
  const limit = BigInt(creditLimit);
  const known = { id, currency, kind, posted: BigInt(posted), lastTransferId };
  return { ...known, creditLimit: limit === MAX_JSON_AMOUNT ? null : limit };
}

const patienceFor = (transfers: readonly unknown[]) => (transfers.length > FEW ? { timeoutMs: BATCH_TIMEOUT_MS } : {});

/** One posting as the ledger is asked for it. */
function transferOf({
  ownerId,
  operationId,
  posting: { key, amount, floor, ...rest },
}: Parameters<Ledger['postEach']>[0][number]) {
  return {
    ...rest,
    ...floorText(floor),
    idempotencyKey: key,
    callerUserId: ownerId,
    amount: amount.toString(),
    visibility: 'private',
    reference: referenceOf(operationId),
  };
}

const refusalOf = ({ code, message }: { code: string; message: string }, errors: FieldFault[] = []): FlorinError =>
  new FlorinError(isErrorCode(code) ? code : 'INTERNAL', message, { errors });

/** Throws what kept the postings from being made, not what was refused for its sake; `errors` names its place. */
function refuse(results: readonly TransferResult__Output[]): void {
  const own = results.findIndex(({ error }) => error && !error.forAnother);
  const cause = results[own]?.error ?? results.find(({ error }) => error)?.error;
  if (cause) {
    throw refusalOf(cause, [{ path: `rows.${Math.max(own, 0)}`, message: cause.message }]);
  }
  if (results.some(({ transfer }) => !transfer)) throw new FlorinError('INTERNAL', 'the ledger gave no result');
}
