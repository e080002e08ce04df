// Original file: florin/ledger/v1/ledger.proto


export interface GetAccountsRequest {
  'ids'?: (string)[];
  'ownerId'?: (string);
  'ownerIds'?: (string)[];
}

export interface GetAccountsRequest__Output {
  'ids': (string)[];
  'ownerId': (string);
  'ownerIds': (string)[];
}
