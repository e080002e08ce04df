import type { Route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { accountRoutes } from './routes/account.ts';
import { adminRoutes } from './routes/admin.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { feedRoutes } from './routes/feed.ts';
import { fundingRoutes } from './routes/funding.ts';
import { holdRoutes } from './routes/hold.ts';
import { limitRoutes } from './routes/limit.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { requestRoutes } from './routes/request.ts';
import { scheduleRoutes } from './routes/schedule.ts';
import { transferRoutes } from './routes/transfer.ts';

/** Every route of the ledger under /v1. */
export function createRoutes(useCases: UseCases): Route[] {
  return [
    ...accountRoutes(useCases),
    ...transferRoutes(useCases),
    ...fundingRoutes(useCases),
    ...holdRoutes(useCases),
    ...requestRoutes(useCases),
    ...scheduleRoutes(useCases),
    ...exchangeRoutes(useCases),
    ...feedRoutes(useCases),
    ...limitRoutes(useCases),
    ...oversightRoutes(useCases),
    ...adminRoutes(useCases),
  ];
}
