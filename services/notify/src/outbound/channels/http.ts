import { DeliveryRefused } from '../../domain/message.ts';

const LIMIT_MS = 10_000;

export interface HttpCall {
  /** names the provider in errors */
  provider: string;
  url: string;
  headers: Record<string, string>;
  body: string | URLSearchParams;
}

/**
 * Posts to a provider within 10 s. A 4xx about the message throws DeliveryRefused; trouble with credentials, limits or
 * the provider itself throws an ordinary error, so that it is tried again. Errors hold the status only: bodies may
 * repeat the message.
 */
export async function post({ provider, url, headers, body }: HttpCall): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const text = await response.text();
  if (response.ok) return parse(text);
  const reason = `${provider} answered ${response.status}`;
  if ([400, 404, 410, 413, 422].includes(response.status)) {
    throw new DeliveryRefused(reason, { addressGone: [404, 410].includes(response.status) });
  }
  throw new Error(reason);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
