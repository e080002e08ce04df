// Original file: florin/ledger/v1/ledger.proto


export interface DatedRate {
  'from'?: (string);
  'day'?: (string);
  'numerator'?: (string);
  'denominator'?: (string);
}

export interface DatedRate__Output {
  'from': (string);
  'day': (string);
  'numerator': (string);
  'denominator': (string);
}
