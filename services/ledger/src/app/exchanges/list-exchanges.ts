import type { Quote } from '../../domain/exchange.ts';
import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';

/** Exchanges of a user, newest first. */
export function listExchanges({ quotes }: Pick<Deps, 'quotes'>, query: Page & { ownerId: string }): Promise<Quote[]> {
  return quotes.listUsed(query);
}
