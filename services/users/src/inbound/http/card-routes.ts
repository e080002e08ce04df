import { z } from 'zod';
import type { Route } from '@florin/service-kit';
import { route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import type { RewardState } from '../../app/rewards/ports.ts';
import { cardSchema, checkInSchema, spinSchema } from './schemas.ts';

const tag = 'membership card';
const barcodeQuery = z.strictObject({ format: z.enum(['png', 'svg']).default('png') });

export function cardRoutes({ getWholeMe, cards, checkIn, wheel }: UseCases): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/users/me/card',
      summary: 'Your membership card and its rewards; the points are in your PTS account',
      tag,
      access: 'user',
      reply: { status: 200, schema: cardSchema },
      errors: ['NOT_FOUND'],
      handler: async ({ identity }) => ({ body: renderCard((await getWholeMe(identity.userId)).rewards) }),
    }),
    route({
      method: 'get',
      path: '/v1/users/me/card/barcode',
      summary: 'Your card number as a Code 128 image',
      tag,
      access: 'user',
      query: barcodeQuery,
      reply: { status: 200, contentType: 'image/png' },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, query }) => {
        const { rewards } = await getWholeMe(identity.userId);
        const { image, contentType } = await cards.barcode(rewards.cardNumber ?? '', query.format);
        return { body: image, contentType, headers: { 'Cache-Control': 'private, max-age=86400' } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/users/me/check-ins',
      summary: 'Take the reward of the day: 20 to 50 points that lapse after a week',
      tag,
      access: 'user',
      reply: { status: 201, schema: checkInSchema },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ identity }) => {
        const { points, lapsesAt, until } = await checkIn(identity.userId);
        return { body: { points, lapsesAt: lapsesAt.toISOString(), lastCheckIn: until.toISOString() } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/users/me/spins',
      summary: 'Spin the wheel: 10 points a turn, the first and each after a blank free, one win a window',
      tag,
      access: 'user',
      reply: { status: 201, schema: spinSchema },
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'UNAVAILABLE'],
      handler: async ({ identity }) => {
        const { reward, spunAt, nextSpinAt } = await wheel.spin(identity.userId);
        const next = nextSpinAt?.toISOString() ?? null;
        return { body: { reward, lastSpin: spunAt.toISOString(), nextSpin: next } };
      },
    }),
  ];
}

function renderCard({ cardNumber, checkIn, wheel }: RewardState) {
  return {
    number: cardNumber,
    lastCheckIn: checkIn?.until.toISOString() ?? null,
    lastSpin: wheel?.spunAt.toISOString() ?? null,
    lastSpinReward: wheel?.lastReward ?? null,
    nextSpin: wheel?.nextSpinAt?.toISOString() ?? null,
  };
}
