import { FlorinError, isFlorinError } from '@florin/errors';
import type { ServiceClient } from '@florin/service-kit';
import type { LedgerClosing, PayOut } from '../app/closings/ports.ts';

type LedgerClient = Pick<ServiceClient<'ledger'>, 'beginClosing' | 'abandonClosing'>;

/** Closing accounts at the ledger. */
export function createLedgerClosing(client: LedgerClient): LedgerClosing {
  return {
    begin: async (userId, payOut) => {
      const request = { userId, ...(payOut ? { payOut: payOutMessage(payOut) } : {}) };
      const { balances, ...counts } = await client.beginClosing(request).catch((error: unknown) => {
        throw inPayOut(error);
      });
      return {
        ...counts,
        balances: balances.map(({ currency, posted, held }) => ({
          currency,
          posted: BigInt(posted),
          held: BigInt(held),
        })),
      };
    },
    abandon: async (userId) => {
      await client.abandonClosing({ userId });
    },
  };
}

function payOutMessage(payOut: PayOut) {
  if ('to' in payOut) return payOut.to;
  return { withdrawal: { method: payOut.withdrawal.method ?? '' } };
}

/** The ledger's refusal of the payment, with the fields as the caller named them. */
function inPayOut(error: unknown): unknown {
  if (!isFlorinError(error)) return error;
  const errors = error.errors.map(({ path, message }) => ({
    path: path === 'method' ? 'payOut.withdrawal.method' : `payOut.${path}`,
    message,
  }));
  return new FlorinError(error.code, error.message, { errors, cause: error });
}
