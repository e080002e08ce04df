import type { Route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { accountRoutes } from './routes/account.ts';
import { adminRoutes } from './routes/admin.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { fundingRoutes } from './routes/funding.ts';
import { holdRoutes } from './routes/hold.ts';
import { requestRoutes } from './routes/request.ts';
import { scheduleRoutes } from './routes/schedule.ts';
import { socialRoutes } from './routes/social.ts';
import { splitRoutes } from './routes/split.ts';
import { transferRoutes } from './routes/transfer.ts';

/** Everything the ledger answers under /v1. */
export function routes(app: UseCases): Route[] {
  return [
    ...accountRoutes(app),
    ...transferRoutes(app),
    ...fundingRoutes(app),
    ...holdRoutes(app),
    ...requestRoutes(app),
    ...splitRoutes(app),
    ...scheduleRoutes(app),
    ...exchangeRoutes(app),
    ...socialRoutes(app),
    ...adminRoutes(app),
  ];
}
