import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { ListNotificationsRequest as _florin_notify_v1_ListNotificationsRequest, ListNotificationsRequest__Output as _florin_notify_v1_ListNotificationsRequest__Output } from './florin/notify/v1/ListNotificationsRequest.ts';
import type { ListNotificationsResponse as _florin_notify_v1_ListNotificationsResponse, ListNotificationsResponse__Output as _florin_notify_v1_ListNotificationsResponse__Output } from './florin/notify/v1/ListNotificationsResponse.ts';
import type { Notification as _florin_notify_v1_Notification, Notification__Output as _florin_notify_v1_Notification__Output } from './florin/notify/v1/Notification.ts';
import type { NotifyServiceClient as _florin_notify_v1_NotifyServiceClient, NotifyServiceDefinition as _florin_notify_v1_NotifyServiceDefinition } from './florin/notify/v1/NotifyService.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  florin: {
    notify: {
      v1: {
        ListNotificationsRequest: MessageTypeDefinition<_florin_notify_v1_ListNotificationsRequest, _florin_notify_v1_ListNotificationsRequest__Output>
        ListNotificationsResponse: MessageTypeDefinition<_florin_notify_v1_ListNotificationsResponse, _florin_notify_v1_ListNotificationsResponse__Output>
        Notification: MessageTypeDefinition<_florin_notify_v1_Notification, _florin_notify_v1_Notification__Output>
        NotifyService: SubtypeConstructor<typeof grpc.Client, _florin_notify_v1_NotifyServiceClient> & { service: _florin_notify_v1_NotifyServiceDefinition }
      }
    }
  }
}

