// Original file: florin/auth/v1/common.proto


export interface Device {
  'ip'?: (string);
  'userAgent'?: (string);
  'platform'?: (string);
  'pushToken'?: (string);
  'id'?: (string);
}

export interface Device__Output {
  'ip': (string);
  'userAgent': (string);
  'platform': (string);
  'pushToken': (string);
  'id': (string);
}
