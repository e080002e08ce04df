import { invalidField } from '@florin/errors';
import type { NotifyServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { renderNotification } from '../http/routes.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_LIMIT = 100;

export function grpcMethods({ inbox }: UseCases): GrpcMethods<NotifyServiceDefinition> {
  return {
    listNotifications: async ({ userId, limit, cursor }) => {
      if (!UUID.test(userId)) throw invalidField('user_id', 'must be a UUID');
      if (limit < 1 || limit > MAX_LIMIT) throw invalidField('limit', `must be 1 to ${MAX_LIMIT}`);
      const page = { limit, ...(cursor === '' ? {} : { cursor }) };
      const { items, nextCursor } = await inbox.list(userId.toLowerCase(), page);
      return { notifications: items.map(renderNotification), nextCursor: nextCursor ?? '' };
    },
  };
}
