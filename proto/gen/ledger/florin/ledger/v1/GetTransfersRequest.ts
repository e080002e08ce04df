// Original file: florin/ledger/v1/ledger.proto


export interface GetTransfersRequest {
  'ids'?: (string)[];
  'viewerUserId'?: (string);
}

export interface GetTransfersRequest__Output {
  'ids': (string)[];
  'viewerUserId': (string);
}
