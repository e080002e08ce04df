// Original file: florin/users/v1/users.proto

import type { PaymentParties as _florin_users_v1_PaymentParties, PaymentParties__Output as _florin_users_v1_PaymentParties__Output } from '../../../florin/users/v1/PaymentParties.ts';

export interface CheckPaymentsRequest {
  'payments'?: (_florin_users_v1_PaymentParties)[];
}

export interface CheckPaymentsRequest__Output {
  'payments': (_florin_users_v1_PaymentParties__Output)[];
}
