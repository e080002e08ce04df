import { readUuid } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { isoOrEmpty, keyOf, type Methods } from './mapping.ts';

export function rewardMethods(useCases: UseCases) {
  return {
    getCardBarcode: ({ cardNumber, format }) =>
      useCases.drawCardBarcode({ cardNumber, format: format === 'svg' ? 'svg' : 'png' }),
    checkIn: async (request) => {
      const { points, until } = await useCases.checkIn({
        userId: readUuid(request.userId, 'user_id'),
        idempotencyKey: keyOf(request),
      });
      return { points, lastCheckin: until.toISOString() };
    },
    spinWheel: async (request) => {
      const { reward, spunAt, nextSpinAt } = await useCases.spinWheel({
        userId: readUuid(request.userId, 'user_id'),
        cardNumber: request.cardNumber === '' ? undefined : request.cardNumber,
        idempotencyKey: keyOf(request),
      });
      return { reward, lastSpin: spunAt.toISOString(), nextSpin: isoOrEmpty(nextSpinAt) };
    },
  } satisfies Partial<Methods>;
}
