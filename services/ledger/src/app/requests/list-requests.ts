import type { PaymentRequest } from '../../domain/payment-request.ts';
import type { Deps } from '../index.ts';
import type { RequestQuery } from './ports.ts';

/** Requests to a user (incoming) or by them (outgoing), newest first. */
export function listRequests({ requests }: Pick<Deps, 'requests'>, query: RequestQuery): Promise<PaymentRequest[]> {
  return requests.list(query);
}
