import { inertUseCases, type Route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { deadLetterRoutes } from './routes/dead-letter.ts';
import { mailboxRoutes } from './routes/mailbox.ts';
import { notificationRoutes } from './routes/notification.ts';
import { preferenceRoutes } from './routes/preference.ts';

/** Every route of this service; the mailbox exists in development only. */
export function createRoutes(useCases: UseCases, options: { withMailbox: boolean }): Route[] {
  return [
    ...notificationRoutes(useCases),
    ...preferenceRoutes(useCases),
    ...deadLetterRoutes(useCases),
    ...(options.withMailbox ? mailboxRoutes(useCases) : []),
  ];
}

/** The `/v1` route table for the OpenAPI generator. */
export function apiRoutes(): Route[] {
  return createRoutes(inertUseCases(), { withMailbox: false });
}
