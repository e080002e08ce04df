// Original file: florin/users/v1/users.proto


export interface PaymentParties {
  'payerId'?: (string);
  'payeeId'?: (string);
}

export interface PaymentParties__Output {
  'payerId': (string);
  'payeeId': (string);
}
