// Original file: florin/finance/v1/common.proto


export interface Amount {
  'minor'?: (string);
  'major'?: (string);
  'unit'?: "minor"|"major";
}

export interface Amount__Output {
  'minor'?: (string);
  'major'?: (string);
  'unit'?: "minor"|"major";
}
