import { notFound } from '@florin/errors';
import type { PaymentRequest } from '../../domain/payment-request.ts';
import type { Deps } from '../index.ts';

/** A request the user made or is asked by. NOT_FOUND for any other. */
export async function getRequest(
  { requests }: Pick<Deps, 'requests'>,
  { callerId, id }: { callerId: string; id: string },
): Promise<PaymentRequest> {
  const request = await requests.find(id);
  if (request?.payerId !== callerId && request?.requesterId !== callerId) throw notFound('payment request');
  return request;
}
