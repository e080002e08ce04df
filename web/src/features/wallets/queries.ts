import { hooks } from '../../api/client.ts';
import type { Category, Wallet } from '../../api/types.ts';

const ALL = 100;

/** Own wallets that are not archived, the main one first as the API has them. */
export function useWallets() {
  const read = hooks.useQuery('get', '/v1/wallets', { params: { query: { limit: ALL } } });
  const wallets: Wallet[] = (read.data?.data ?? []).filter(({ archived }) => !archived);
  return { read, wallets };
}

export function useCategories(): Category[] {
  return hooks.useQuery('get', '/v1/categories', { params: { query: { limit: ALL } } }).data?.data ?? [];
}
