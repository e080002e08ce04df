import { toMajorNumber } from '@florin/money';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { NOT_YOUR_CARD, NO_CARD, requireOwnCard } from '../calls.ts';
import { refuse, reworded } from '../errors.ts';
import { EXAMPLE, failed } from '../examples.ts';
import { MOST_HISTORY, cardParams, cardQuery, historyQuery } from '../schemas.ts';
import { optional, pointsEntryView, weekView } from '../views.ts';

const common = { tag: 'wallet', access: 'session' } as const;
const COOLDOWN = "You can't spin yet, wait for the cooldown.";
const NO_POINTS = "You don't have enough points to spin the wheel.";
const NO_BARCODE = 'There is no card with this number.';
const BALANCE = 'Your points balance.';
const HISTORY = 'Your points history.';
const CARD_REFUSED = {
  401: { description: 'Not signed in', example: failed('invalid session token') },
  404: { description: 'Not your card', example: failed(NOT_YOUR_CARD) },
};

export const walletRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/user/uf-wallet/spin-wheel',
    summary: 'Spin the wheel for points',
    ...common,
    once: true,
    query: cardQuery,
    replies: {
      200: {
        description: 'Spun',
        example: {
          success: true,
          msg: 'You won 100 points!',
          reward: 100,
          last_uf_spin: '2026-11-22T19:59:59.000Z',
          next_uf_spin: '2026-11-22T20:00:00.000Z',
        },
      },
      403: { description: 'No card number, too early, or too few points', example: failed(COOLDOWN) },
      ...CARD_REFUSED,
    },
    handler: async ({ session, query, idempotencyKey }, { clients }) => {
      const { card_number: cardNumber } = query;
      if (cardNumber === '') throw refuse('FORBIDDEN', NO_CARD);
      const spin = clients.users.spinWheel({ userId: session.identity.userId, cardNumber, idempotencyKey });
      const { reward, lastSpin, nextSpin } = await reworded(spin, {
        NOT_FOUND: ['NOT_FOUND', NOT_YOUR_CARD],
        CONFLICT: ['FORBIDDEN', COOLDOWN],
        INSUFFICIENT_FUNDS: ['FORBIDDEN', NO_POINTS],
      });
      const msg = reward > 0 ? `You won ${reward} points!` : 'No luck this time, spin again for free!';
      return { body: { success: true, msg, reward, last_uf_spin: lastSpin, ...optional('next_uf_spin', nextSpin) } };
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/user/uf-wallet/get-balance',
    summary: 'Your points, and what they are worth at one minor unit of the main currency each',
    ...common,
    query: cardQuery,
    replies: {
      200: { description: 'Balance', example: { success: true, msg: BALANCE, balance: 500, worth: 5 } },
      403: { description: 'No card number', example: failed(NO_CARD) },
      ...CARD_REFUSED,
    },
    handler: async ({ session, query }, deps) => {
      const { userId } = session.identity;
      await requireOwnCard(deps, userId, query.card_number);
      const { balance } = await deps.clients.ledger.getPoints({ ownerId: userId });
      const worth = toMajorNumber(BigInt(balance), deps.config.FLORIN_CURRENCY);
      return { body: { success: true, msg: BALANCE, balance: Number(balance), worth } };
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/user/uf-wallet/get-points-transactions',
    summary: 'What came, went and lapsed of your points, newest first',
    ...common,
    query: historyQuery,
    replies: {
      200: { description: 'History', example: { success: true, msg: HISTORY, history: [EXAMPLE.history] } },
      400: { description: 'limit is no whole number from 1 up', example: failed('limit must be a whole number') },
      403: { description: 'No card number', example: failed(NO_CARD) },
      ...CARD_REFUSED,
    },
    handler: async ({ session, query }, deps) => {
      const { userId } = session.identity;
      const { card_number: cardNumber, limit } = query;
      await requireOwnCard(deps, userId, cardNumber);
      const { entries } = await deps.clients.ledger.listPointsHistory({ ownerId: userId, limit });
      const history = entries.map((entry) => pointsEntryView(entry, cardNumber));
      return { body: { success: true, msg: HISTORY, history } };
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/user/uf-wallet/get-weekly-points-history',
    summary: 'Your points on each of the last seven days',
    ...common,
    query: cardQuery,
    replies: {
      200: {
        description: 'Seven days, oldest first',
        example: {
          success: true,
          msg: HISTORY,
          history: [{ date: '2026-11-21', points: 500, spent: 0, total_balance: 500 }],
        },
      },
      403: { description: 'No card number', example: failed(NO_CARD) },
      ...CARD_REFUSED,
    },
    handler: async ({ session, query }, deps) => {
      const { userId: ownerId } = session.identity;
      await requireOwnCard(deps, ownerId, query.card_number);
      const [{ entries }, { balance }] = await Promise.all([
        deps.clients.ledger.listPointsHistory({ ownerId, limit: MOST_HISTORY }),
        deps.clients.ledger.getPoints({ ownerId }),
      ]);
      const history = weekView(entries, Number(balance), deps.clock());
      return { body: { success: true, msg: HISTORY, history } };
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/uf-wallet-barcodes/:card_number',
    summary: 'A Code 128 image (PNG) of a card number',
    tag: 'wallet',
    access: 'public',
    params: cardParams,
    replies: {
      200: { description: 'The image' },
      404: { description: 'Nobody has this card', example: failed(NO_BARCODE) },
    },
    handler: async ({ params }, { clients }) => {
      const { image, contentType } = await reworded(clients.users.getCardBarcode({ cardNumber: params.card_number }), {
        NOT_FOUND: ['NOT_FOUND', NO_BARCODE],
        INVALID_ARGUMENT: ['NOT_FOUND', NO_BARCODE],
      });
      // shown by pages of any origin
      const headers = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
      return { body: Buffer.from(image), contentType, headers };
    },
  }),
];
