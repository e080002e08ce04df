import createClient from 'openapi-fetch';
import createHooks from 'openapi-react-query';
import { QueryClient } from '@tanstack/react-query';
import { faultOf, isFault, offline } from './fault.ts';
import type { paths } from './schema.d.ts';
import { fetchSignedIn } from './session.ts';

/** Calls of `/v1`. What is not 2xx is thrown as a Fault. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: fetchSignedIn,
  querySerializer: { array: { style: 'form', explode: true } },
});

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await faultOf(response);
  },
  onError({ error }) {
    return isFault(error) ? error : offline();
  },
});

/** The same as hooks of TanStack Query. */
export const hooks = createHooks(api);

const FRESH_MS = 10_000;
const TRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (count, error) => count < TRIES && isFault(error) && error.unknown,
    },
    mutations: { retry: false },
  },
});

/** After a change of money nothing that was read before holds. */
export function refreshMoney(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => typeof queryKey[1] === 'string' && MONEY.test(queryKey[1]),
  });
}

const MONEY = /^\/v1\/(accounts|transfers|payment-requests|wallets|transactions|budgets|summaries|feed|limits)/;

/** The body of a reply that has one. */
export function bodyOf<T>({ data }: { data?: T }): T {
  if (data === undefined) throw offline();
  return data;
}

export const withKey = (key: string) => ({ header: { 'Idempotency-Key': key } });
