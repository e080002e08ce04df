import type { UseCases } from '../../app/index.ts';
import { isoOrEmpty, userId } from './mapping.ts';
import type { Methods } from './service.ts';

type RewardMethods = Pick<Methods, 'getCardBarcode' | 'checkIn' | 'spinWheel'>;

export function rewardMethods({ cards, checkIn, wheel }: UseCases): RewardMethods {
  return {
    getCardBarcode: (request) => cards.barcode(request.cardNumber, request.format === 'svg' ? 'svg' : 'png'),
    checkIn: async (request) => {
      const { points, until } = await checkIn(userId(request.userId, 'user_id'));
      return { points, lastCheckin: until.toISOString() };
    },
    spinWheel: async (request) => {
      const cardNumber = request.cardNumber === '' ? undefined : request.cardNumber;
      const { reward, spunAt, nextSpinAt } = await wheel.spin(userId(request.userId, 'user_id'), cardNumber);
      return { reward, lastSpin: spunAt.toISOString(), nextSpin: isoOrEmpty(nextSpinAt) };
    },
  };
}
