import { api, queryClient, refreshMoney, withKey } from '../../api/client.ts';
import { certainly } from '../../api/money-call.ts';

const at = (id: string, key: string) => ({ params: { path: { id }, ...withKey(key) } });

export async function payRequest(id: string, amount: number, key: string): Promise<void> {
  const body = { amount, visibility: 'private' as const };
  await certainly(() => api.POST('/v1/payment-requests/{id}/pay', { ...at(id, key), body }));
  await refreshMoney();
}

export type Change = 'decline' | 'cancel' | 'remind';
const PATHS = {
  decline: '/v1/payment-requests/{id}/decline',
  cancel: '/v1/payment-requests/{id}/cancel',
  remind: '/v1/payment-requests/{id}/remind',
} as const;

/** Declines, takes back or reminds of a request. */
export async function changeRequest(what: Change, id: string, key: string): Promise<void> {
  await api.POST(PATHS[what], at(id, key));
  await queryClient.invalidateQueries({ queryKey: ['get', '/v1/payment-requests'] });
}

export interface NewRequest {
  userId: string;
  amount: number;
  currency: string;
  note: string;
}

export async function askForMoney({ userId, ...rest }: NewRequest, key: string): Promise<void> {
  await certainly(() =>
    api.POST('/v1/payment-requests', { params: withKey(key), body: { from: { userId }, ...rest } }),
  );
  await queryClient.invalidateQueries({ queryKey: ['get', '/v1/payment-requests'] });
}
