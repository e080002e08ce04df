// Original file: florin/ledger/v1/ledger.proto


export interface GetRatesRequest {
  'from'?: (string)[];
  'to'?: (string);
  'days'?: (string)[];
}

export interface GetRatesRequest__Output {
  'from': (string)[];
  'to': (string);
  'days': (string)[];
}
