// Original file: florin/ledger/v1/ledger.proto


export interface Memo {
  'reference'?: (string);
  'metadata'?: ({[key: string]: string});
  'shared'?: (boolean);
}

export interface Memo__Output {
  'reference': (string);
  'metadata': ({[key: string]: string});
  'shared': (boolean);
}
