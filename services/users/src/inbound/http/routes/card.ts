import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { barcodeQuery, cardSchema, checkInSchema, spinSchema } from '../schemas.ts';
import { cardView, checkInView, replayHeaders, spinView } from '../views.ts';

const common = { tag: 'membership card', access: 'user' } as const;

export function cardRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/users/me/card',
      summary: 'Your membership card and its rewards; the points are in your PTS account',
      ...common,
      reply: { status: 200, schema: cardSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity: { userId } }) => ({ body: cardView((await useCases.getMe({ userId })).rewards) }),
    }),
    route({
      method: 'get',
      path: '/v1/users/me/card/barcode',
      summary: 'Your card number as a Code 128 image',
      ...common,
      query: barcodeQuery,
      reply: { status: 200, contentType: 'image/png' },
      errors: ['NOT_FOUND'],
      handler: async ({ identity: { userId }, query: { format } }) => {
        const { rewards } = await useCases.getMe({ userId });
        const { image, contentType } = await useCases.drawCardBarcode({ cardNumber: rewards.cardNumber ?? '', format });
        return { body: image, contentType, headers: { 'Cache-Control': 'private, max-age=86400' } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/users/me/check-ins',
      summary: 'Take the reward of the day: 20 to 50 points that lapse after a week',
      ...common,
      idempotent: true,
      reply: { status: 201, schema: checkInSchema },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ identity: { userId }, idempotencyKey }) => {
        const { body, replayed } = await useCases.checkIn({ userId, idempotencyKey });
        return { body: checkInView(body), headers: replayHeaders(replayed) };
      },
    }),
    route({
      method: 'post',
      path: '/v1/users/me/spins',
      summary: 'Spin the wheel: 10 points a turn, the first and each after a blank free, one win a window',
      ...common,
      idempotent: true,
      reply: { status: 201, schema: spinSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'UNAVAILABLE'],
      handler: async ({ identity: { userId }, idempotencyKey }) => {
        const { body, replayed } = await useCases.spinWheel({ userId, idempotencyKey });
        return { body: spinView(body), headers: replayHeaders(replayed) };
      },
    }),
  ];
}
