// Original file: florin/notify/v1/notify.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ListNotificationsRequest as _florin_notify_v1_ListNotificationsRequest, ListNotificationsRequest__Output as _florin_notify_v1_ListNotificationsRequest__Output } from '../../../florin/notify/v1/ListNotificationsRequest.ts';
import type { ListNotificationsResponse as _florin_notify_v1_ListNotificationsResponse, ListNotificationsResponse__Output as _florin_notify_v1_ListNotificationsResponse__Output } from '../../../florin/notify/v1/ListNotificationsResponse.ts';

export interface NotifyServiceClient extends grpc.Client {
  ListNotifications(argument: _florin_notify_v1_ListNotificationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_notify_v1_ListNotificationsResponse__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _florin_notify_v1_ListNotificationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_notify_v1_ListNotificationsResponse__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _florin_notify_v1_ListNotificationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_notify_v1_ListNotificationsResponse__Output>): grpc.ClientUnaryCall;
  ListNotifications(argument: _florin_notify_v1_ListNotificationsRequest, callback: grpc.requestCallback<_florin_notify_v1_ListNotificationsResponse__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _florin_notify_v1_ListNotificationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_notify_v1_ListNotificationsResponse__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _florin_notify_v1_ListNotificationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_florin_notify_v1_ListNotificationsResponse__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _florin_notify_v1_ListNotificationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_florin_notify_v1_ListNotificationsResponse__Output>): grpc.ClientUnaryCall;
  listNotifications(argument: _florin_notify_v1_ListNotificationsRequest, callback: grpc.requestCallback<_florin_notify_v1_ListNotificationsResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface NotifyServiceHandlers extends grpc.UntypedServiceImplementation {
  ListNotifications: grpc.handleUnaryCall<_florin_notify_v1_ListNotificationsRequest__Output, _florin_notify_v1_ListNotificationsResponse>;
  
}

export interface NotifyServiceDefinition extends grpc.ServiceDefinition {
  ListNotifications: MethodDefinition<_florin_notify_v1_ListNotificationsRequest, _florin_notify_v1_ListNotificationsResponse, _florin_notify_v1_ListNotificationsRequest__Output, _florin_notify_v1_ListNotificationsResponse__Output>
}
