import { invalidField, notFound } from '@florin/errors';
import { CARD_NUMBER } from '../../domain/card.ts';
import type { DrawBarcode, RewardStore } from './ports.ts';

/** Membership cards by their number. */
export function createCards({ rewards, drawBarcode }: { rewards: RewardStore; drawBarcode: DrawBarcode }) {
  return {
    /** The number as a Code 128 image; throws INVALID_ARGUMENT for what is no card number, NOT_FOUND. */
    barcode: async (cardNumber: string, format: 'png' | 'svg') => {
      if (!CARD_NUMBER.test(cardNumber)) throw invalidField('cardNumber', 'must be 20 digits that start with 705');
      if (!(await rewards.findCard(cardNumber))) throw notFound('membership card');
      return drawBarcode(cardNumber, format);
    },
  };
}
