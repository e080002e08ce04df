// Original file: florin/ledger/v1/ledger.proto


export interface GetTransfersRequest {
  'ids'?: (string)[];
}

export interface GetTransfersRequest__Output {
  'ids': (string)[];
}
