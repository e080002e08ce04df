// Original file: florin/users/v1/users.proto


export interface Rewards {
  'lastCheckin'?: (string);
  'hasSpun'?: (boolean);
  'lastSpinReward'?: (number);
  'lastSpin'?: (string);
  'nextSpin'?: (string);
}

export interface Rewards__Output {
  'lastCheckin': (string);
  'hasSpun': (boolean);
  'lastSpinReward': (number);
  'lastSpin': (string);
  'nextSpin': (string);
}
