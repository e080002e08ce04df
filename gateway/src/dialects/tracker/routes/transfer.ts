import { isFlorinError } from '@florin/errors';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { pickedTimes } from '../calls.ts';
import { badRequest, isAmount, refuse } from '../errors.ts';
import { transferBody } from '../schemas.ts';
import { ACCESS_ERRORS, documented, documentedError, sent, success } from '../views.ts';

const DONE = 'Transfer successfully';

const REASONS: Record<string, string> = {
  same_wallet: 'Origin and Destination Wallet must be different',
  currency: 'Currencies are not the same',
};

function reword(error: unknown): never {
  if (!isFlorinError(error)) throw error;
  if (error.code === 'NOT_FOUND') throw refuse('NOT_FOUND', 'Origin or Destination Wallet not found');
  const words = REASONS[String(error.meta['reason'])];
  throw words === undefined ? error : badRequest(words);
}

/** Money between two wallets of one person. */
export const transferRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/api/v1/finance/transaction/transfer',
    summary: 'Move money between two own wallets of one currency',
    tag: 'Transactions',
    access: 'session',
    once: 'tap',
    body: transferBody,
    example: {
      originWalletId: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
      destinationWalletId: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a8',
      amount: 10_000,
    },
    replies: {
      200: documented(DONE),
      400: documentedError('Insufficient balance'),
      404: documentedError('Origin or Destination Wallet not found'),
      ...ACCESS_ERRORS,
    },
    handler: async ({ body, session, idempotencyKey }, deps) => {
      const { originWalletId, destinationWalletId, amount, transactionDate } = body;
      if (!isAmount(amount)) throw badRequest('Amount is required');
      if (originWalletId === '' || destinationWalletId === '') throw badRequest('Wallet is required');
      const { userId } = session.identity;
      const when = await pickedTimes(deps, userId, { occurredAt: transactionDate });
      const { finance } = deps.clients;
      const nameOf = async (walletId: string) => sent((await finance.getWallet({ userId, walletId })).wallet).name;
      const names = await Promise.all([nameOf(originWalletId), nameOf(destinationWalletId)]).catch(reword);
      const transfer = {
        userId,
        fromWalletId: originWalletId,
        toWalletId: destinationWalletId,
        amount,
        description: `Transfer to ${names[1]}`,
        descriptionIn: `Transfer from ${names[0]}`,
        covered: true,
        ...when,
        idempotencyKey,
      };
      await finance.transferBetweenWallets(transfer).catch(reword);
      return success(DONE);
    },
  }),
];
