import { invalidField, notFound } from '@florin/errors';
import { CARD_NUMBER } from '../../domain/card.ts';
import type { Deps } from '../index.ts';

/** A membership card's number as a Code 128 image. Throws INVALID_ARGUMENT for what is no card number, NOT_FOUND. */
export async function drawCardBarcode(
  { rewards, drawBarcode }: Pick<Deps, 'rewards' | 'drawBarcode'>,
  { cardNumber, format }: { cardNumber: string; format: 'png' | 'svg' },
): Promise<{ image: Buffer; contentType: string }> {
  if (!CARD_NUMBER.test(cardNumber)) throw invalidField('cardNumber', 'must be 20 digits that start with 705');
  if (!(await rewards.findCard(cardNumber))) throw notFound('membership card');
  return drawBarcode(cardNumber, format);
}
