import { invalidField } from '@florin/errors';
import { readUuid } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { readUuids, type Methods } from './mapping.ts';

const MAX_REACHED = 200;

export function blockMethods(useCases: UseCases) {
  return {
    checkReach: async ({ userId, otherIds, purpose }) => {
      if (purpose !== 'payment' && purpose !== 'payment-request') {
        throw invalidField('purpose', 'must be payment or payment-request');
      }
      const ids = readUuids(otherIds, 'other_ids', MAX_REACHED);
      return { reach: await useCases.checkReach({ userId: readUuid(userId, 'user_id'), otherIds: ids, purpose }) };
    },
    checkPayments: async ({ payments }) => {
      if (payments.length > MAX_REACHED) throw invalidField('payments', `must have at most ${MAX_REACHED} items`);
      const asked = payments.map(({ payerId, payeeId }, index) => ({
        payerId: readUuid(payerId, `payments.${index}.payer_id`),
        payeeId: readUuid(payeeId, `payments.${index}.payee_id`),
      }));
      return { reach: await useCases.checkPayments(asked) };
    },
  } satisfies Partial<Methods>;
}
