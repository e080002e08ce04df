import type { Metrics } from '@florin/service-kit';
import { compose as composeAuth } from '@florin/auth';
import { readConfig as readAuth } from '@florin/auth/config';
import { compose as composeFinance } from '@florin/finance';
import { readConfig as readFinance } from '@florin/finance/config';
import { compose as composeLedger } from '@florin/ledger';
import { readConfig as readLedger } from '@florin/ledger/config';
import { compose as composeNotify } from '@florin/notify';
import { readConfig as readNotify } from '@florin/notify/config';
import { compose as composeUsers } from '@florin/users';
import { readConfig as readUsers } from '@florin/users/config';
import { compose as composeGateway } from '../../gateway/src/composition.ts';
import { readConfig as readGateway } from '../../gateway/src/config.ts';

const UNUSED = {
  AMQP_URL: 'amqp://unused',
  POSTGRES_URL: 'postgres://unused',
  MONGODB_URL: 'mongodb://unused',
  INTERNAL_SECRET: 'no secret: nothing is sent from here',
  LOG_LEVEL: 'silent',
};

/** The registry of each process, wired as it runs; nothing is opened. */
export const registries = (): Record<string, Metrics['registry']> => ({
  gateway: composeGateway(readGateway(UNUSED)).metrics.registry,
  auth: composeAuth(readAuth(UNUSED)).metrics.registry,
  users: composeUsers(readUsers(UNUSED)).metrics.registry,
  ledger: composeLedger(readLedger(UNUSED)).metrics.registry,
  finance: composeFinance(readFinance(UNUSED)).metrics.registry,
  notify: composeNotify(readNotify(UNUSED)).metrics.registry,
});
