import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

/** The friends of whoever used the account before see nothing of its owner. */
export const onUserHandedOver: EventHandler<'auth.user-handed-over.v1', UseCases> = ({ dropFriends }, { data }) =>
  dropFriends({ userId: data.userId, at: new Date(data.handedOverAt) });
