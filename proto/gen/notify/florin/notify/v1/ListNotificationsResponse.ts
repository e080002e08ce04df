// Original file: florin/notify/v1/notify.proto

import type { Notification as _florin_notify_v1_Notification, Notification__Output as _florin_notify_v1_Notification__Output } from '../../../florin/notify/v1/Notification.ts';

export interface ListNotificationsResponse {
  'notifications'?: (_florin_notify_v1_Notification)[];
  'nextCursor'?: (string);
}

export interface ListNotificationsResponse__Output {
  'notifications': (_florin_notify_v1_Notification__Output)[];
  'nextCursor': (string);
}
