// Original file: florin/ledger/v1/ledger.proto


export interface Transfer {
  'id'?: (string);
  'kind'?: (string);
  'fromAccountId'?: (string);
  'toAccountId'?: (string);
  'fromUserId'?: (string);
  'toUserId'?: (string);
  'amount'?: (string);
  'currency'?: (string);
  'note'?: (string);
  'visibility'?: (string);
  'reference'?: (string);
  'postedAt'?: (string);
  'reversesTransferId'?: (string);
}

export interface Transfer__Output {
  'id': (string);
  'kind': (string);
  'fromAccountId': (string);
  'toAccountId': (string);
  'fromUserId': (string);
  'toUserId': (string);
  'amount': (string);
  'currency': (string);
  'note': (string);
  'visibility': (string);
  'reference': (string);
  'postedAt': (string);
  'reversesTransferId': (string);
}
