import { invalidField } from '@florin/errors';
import type { NotifyServiceDefinition } from '@florin/proto';
import { readUuid, type GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { notificationMessage } from './mapping.ts';

const MAX_LIMIT = 100;

export function notificationMethods(useCases: UseCases): GrpcMethods<NotifyServiceDefinition> {
  return {
    listNotifications: async ({ userId, limit, cursor }) => {
      const owner = readUuid(userId, 'user_id');
      if (limit < 1 || limit > MAX_LIMIT) throw invalidField('limit', `must be 1 to ${MAX_LIMIT}`);
      const page = { userId: owner, limit, ...(cursor === '' ? {} : { cursor }) };
      const { items, nextCursor } = await useCases.listNotifications(page);
      return { notifications: items.map(notificationMessage), nextCursor: nextCursor ?? '' };
    },
  };
}
