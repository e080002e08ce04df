import type { FlorinEvent } from '@florin/contracts';
import type { Bus, Consumer } from '@florin/messaging';
import { idOfNotification } from './event-text.ts';
import type { Streams } from './streams.ts';

const TYPES = [
  'notify.notification-added.v1',
  'ledger.transfer-posted.v1',
  'ledger.transfer-reversed.v1',
  'ledger.payment-requested.v1',
  'ledger.payment-request-paid.v1',
  'ledger.payment-request-declined.v1',
  'ledger.payment-request-reminded.v1',
  'users.friend-requested.v1',
  'users.friend-accepted.v1',
  'users.profile-changed.v1',
  'finance.budget-threshold-reached.v1',
] as const;

/** Feeds the streams of this process from the bus, of which every process gets everything. */
export function feedStreams(bus: Pick<Bus, 'subscribe'>, streams: Streams): void {
  bus.subscribe({
    name: 'gateway.streams',
    broadcast: true,
    types: TYPES,
    handle: (event) => {
      tell(event, streams);
      return Promise.resolve();
    },
  } satisfies Consumer);
}

function tell(event: FlorinEvent, streams: Streams): void {
  if (event.type === 'notify.notification-added.v1') {
    const { userId, notificationId: id, ...notification } = event.data;
    const { createdAt } = notification;
    streams.send(userId, {
      event: 'notification',
      id: idOfNotification({ createdAt, id }),
      data: { id, ...notification },
    });
    return;
  }
  const { what, users } = changeOf(event);
  for (const userId of new Set(users)) if (userId !== null) streams.send(userId, { event: 'changed', data: { what } });
}

/** What of whom is to be read anew. */
function changeOf(event: FlorinEvent): { what: string[]; users: (string | null)[] } {
  switch (event.type) {
    case 'ledger.transfer-posted.v1':
    case 'ledger.transfer-reversed.v1':
      return { what: ['balance', 'transfers'], users: [event.data.fromUserId, event.data.toUserId] };
    case 'ledger.payment-requested.v1':
    case 'ledger.payment-request-paid.v1':
    case 'ledger.payment-request-declined.v1':
    case 'ledger.payment-request-reminded.v1':
      return { what: ['payment-requests'], users: [event.data.requesterId, event.data.payerId] };
    case 'users.friend-requested.v1':
    case 'users.friend-accepted.v1':
      return { what: ['friends'], users: [event.data.fromUserId, event.data.toUserId] };
    case 'users.profile-changed.v1':
      return { what: ['profile'], users: [event.data.userId] };
    case 'finance.budget-threshold-reached.v1':
      return { what: ['budgets'], users: [event.data.userId] };
    default:
      return { what: [], users: [] };
  }
}
