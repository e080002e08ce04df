import type { paths } from './schema.d.ts';

type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never;
type Good<O> = O extends { responses: infer R } ? Json<R[keyof R]> : never;
type Got<P extends keyof paths> = paths[P] extends { get: infer O } ? Good<O> : never;
type Row<T> = T extends { data: (infer R)[] } ? R : never;

export type Me = Got<'/v1/users/me'>;
export type Person = Row<Got<'/v1/friends'>>;
export type Account = Row<Got<'/v1/accounts'>>;
export type Transfer = Row<Got<'/v1/transfers'>>;
export type PaymentRequest = Row<Got<'/v1/payment-requests'>>;
export type Wallet = Row<Got<'/v1/wallets'>>;
export type Category = Row<Got<'/v1/categories'>>;
export type Transaction = Row<Got<'/v1/transactions'>>;
export type Budget = Row<Got<'/v1/budgets'>>;
export type SignIn = Good<paths['/v1/auth/login']['post']>;

export type Visibility = Transfer['visibility'];
