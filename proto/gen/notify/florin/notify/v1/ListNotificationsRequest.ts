// Original file: florin/notify/v1/notify.proto


export interface ListNotificationsRequest {
  'userId'?: (string);
  'limit'?: (number);
  'cursor'?: (string);
}

export interface ListNotificationsRequest__Output {
  'userId': (string);
  'limit': (number);
  'cursor': (string);
}
