// Original file: florin/ledger/v1/ledger.proto


export interface ListTransfersRequest {
  'ownerId'?: (string);
  'limit'?: (number);
  'cursor'?: (string);
  'ownerIds'?: (string)[];
  'kinds'?: (string)[];
  'viewerUserId'?: (string);
  'everyone'?: (boolean);
  'accountsOf'?: (string)[];
  'memoReference'?: (string);
}

export interface ListTransfersRequest__Output {
  'ownerId': (string);
  'limit': (number);
  'cursor': (string);
  'ownerIds': (string)[];
  'kinds': (string)[];
  'viewerUserId': (string);
  'everyone': (boolean);
  'accountsOf': (string)[];
  'memoReference': (string);
}
