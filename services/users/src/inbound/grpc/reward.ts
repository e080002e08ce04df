import { readUuid } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { isoOrEmpty, keyOf, type Methods } from './mapping.ts';

export function rewardMethods(useCases: UseCases) {
  return {
    getCardBarcode: ({ cardNumber, format }) =>
      useCases.drawCardBarcode({ cardNumber, format: format === 'svg' ? 'svg' : 'png' }),
    checkIn: async (request) => {
      const { body } = await useCases.checkIn({
        userId: readUuid(request.userId, 'user_id'),
        idempotencyKey: keyOf(request),
      });
      return { points: body.points, lastCheckin: body.until.toISOString() };
    },
    spinWheel: async (request) => {
      const { body } = await useCases.spinWheel({
        userId: readUuid(request.userId, 'user_id'),
        cardNumber: request.cardNumber === '' ? undefined : request.cardNumber,
        idempotencyKey: keyOf(request),
      });
      const { reward, spunAt, nextSpinAt } = body;
      return { reward, lastSpin: spunAt.toISOString(), nextSpin: isoOrEmpty(nextSpinAt) };
    },
  } satisfies Partial<Methods>;
}
