import { join } from 'node:path';
import { compose as composeAuth } from '@florin/auth';
import { readConfig as readAuth } from '@florin/auth/config';
import { freePorts } from '@florin/embedded';
import { compose as composeFinance } from '@florin/finance';
import { readConfig as readFinance } from '@florin/finance/config';
import { compose as composeGateway } from '@florin/gateway';
import { readConfig as readGateway } from '@florin/gateway/config';
import { compose as composeLedger } from '@florin/ledger';
import { readConfig as readLedger } from '@florin/ledger/config';
import { compose as composeNotify } from '@florin/notify';
import { readConfig as readNotify } from '@florin/notify/config';
import type { Logger, Service } from '@florin/service-kit';
import { compose as composeUsers } from '@florin/users';
import { readConfig as readUsers } from '@florin/users/config';
import type { StackConfig } from './config.ts';
import type { Stores } from './stores.ts';

export interface NamedService {
  name: string;
  service: Service;
}

export interface ComposedStack {
  services: NamedService[];
  gateway: Service;
}

/** Where events go, as every process is told. */
export function busOf(config: StackConfig, stores: Stores) {
  return {
    AMQP_URL: stores.amqpUrl,
    BUS_POSTGRES_URL: stores.amqpUrl ? undefined : (config.BUS_POSTGRES_URL ?? stores.postgresUrl('bus')),
    BUS_NAMESPACE: config.BUS_NAMESPACE,
  };
}

/** Composes the gateway and the five services exactly as each runs alone, on free loopback ports. */
export async function composeStack(
  config: StackConfig,
  stores: Stores,
  secret: string,
  logger: Logger,
): Promise<ComposedStack> {
  const names = ['auth', 'users', 'ledger', 'finance', 'notify'] as const;
  const ports = await freePorts(names.length * 2);
  const http = Object.fromEntries(names.map((name, index) => [name, ports[index * 2] as number]));
  const grpc = Object.fromEntries(names.map((name, index) => [name, ports[index * 2 + 1] as number]));
  const common = {
    DEPLOYMENT: 'development',
    DIALECT_PASSWORDS: 'published',
    PUBLIC_URL: `http://localhost:${config.PORT}`,
    ...config.environment,
    // HTTP_HOST and the like may be set for a process that runs alone; here the services listen on loopback only
    HTTP_HOST: '127.0.0.1',
    GRPC_HOST: '127.0.0.1',
    INTERNAL_SECRET: secret,
    ...busOf(config, stores),
    ...Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_GRPC`, `127.0.0.1:${String(grpc[name])}`])),
    ...Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${String(http[name])}`])),
  };
  const environment = (name: (typeof names)[number]) => ({
    ...common,
    HTTP_PORT: String(http[name]),
    GRPC_PORT: String(grpc[name]),
    POSTGRES_URL: stores.postgresUrl(name),
    MONGODB_URL: stores.mongodbUrl(name),
    ATTACHMENTS_DIR: join(config.FLORIN_DATA, 'attachments'),
  });
  const child = (name: string) => ({ logger: logger.child({ service: name }) });
  return {
    services: [
      { name: 'auth', ...composeAuth(readAuth(environment('auth')), child('auth')) },
      { name: 'users', ...composeUsers(readUsers(environment('users')), child('users')) },
      { name: 'ledger', ...composeLedger(readLedger(environment('ledger')), child('ledger')) },
      { name: 'finance', ...composeFinance(readFinance(environment('finance')), child('finance')) },
      { name: 'notify', ...composeNotify(readNotify(environment('notify')), child('notify')) },
    ],
    gateway: composeGateway(
      readGateway({ ...common, PORT: String(config.PORT), HOST: config.HOST, REDIS_URL: config.REDIS_URL }),
      child('gateway'),
    ).service,
  };
}
