import { isFlorinError } from '@florin/errors';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { replayedHeader } from '../../reply.ts';
import { pickedTimes } from '../calls.ts';
import { badRequest, isAmount, refuse } from '../errors.ts';
import { transferBody } from '../schemas.ts';
import { ACCESS_ERRORS, documented, documentedError, sent, success } from '../views.ts';
import { VIA } from './auth.ts';

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
    handler: async ({ request, body, session }, deps) => {
      const { originWalletId, destinationWalletId, amount, transactionDate } = body;
      if (!isAmount(amount)) throw badRequest('Amount is required');
      if (originWalletId === '' || destinationWalletId === '') throw badRequest('Wallet is required');
      const { userId } = session.identity;
      const when = await pickedTimes(deps, userId, { occurredAt: transactionDate });
      const parts = ['transfer', userId, originWalletId, destinationWalletId, amount.major, transactionDate];
      const { replayed } = await deps.doubleTap
        .run({ request, dialect: VIA, parts }, async (idempotencyKey) => {
          const nameOf = async (walletId: string) =>
            sent((await deps.clients.finance.getWallet({ userId, walletId })).wallet).name;
          const [origin, destination] = await Promise.all([nameOf(originWalletId), nameOf(destinationWalletId)]);
          return deps.clients.finance.transferBetweenWallets({
            userId,
            fromWalletId: originWalletId,
            toWalletId: destinationWalletId,
            amount,
            description: `Transfer to ${destination}`,
            descriptionIn: `Transfer from ${origin}`,
            covered: true,
            ...when,
            idempotencyKey,
          });
        })
        .catch(reword);
      return { ...success(DONE), headers: replayedHeader(replayed) };
    },
  }),
];
