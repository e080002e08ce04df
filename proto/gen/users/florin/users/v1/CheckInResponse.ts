// Original file: florin/users/v1/users.proto


export interface CheckInResponse {
  'points'?: (number);
  'lastCheckin'?: (string);
}

export interface CheckInResponse__Output {
  'points': (number);
  'lastCheckin': (string);
}
