// Original file: florin/notify/v1/notify.proto


export interface Notification {
  'id'?: (string);
  'kind'?: (string);
  'title'?: (string);
  'body'?: (string);
  'read'?: (boolean);
  'createdAt'?: (string);
  'data'?: ({[key: string]: string});
}

export interface Notification__Output {
  'id': (string);
  'kind': (string);
  'title': (string);
  'body': (string);
  'read': (boolean);
  'createdAt': (string);
  'data': ({[key: string]: string});
}
