// Original file: florin/users/v1/users.proto


export interface SpinWheelResponse {
  'reward'?: (number);
  'lastSpin'?: (string);
  'nextSpin'?: (string);
}

export interface SpinWheelResponse__Output {
  'reward': (number);
  'lastSpin': (string);
  'nextSpin': (string);
}
