import type { ServiceDefinitions } from '@florin/proto';
import { createServiceClient, createServiceTokens, type Metrics, type ServiceClient } from '@florin/service-kit';
import type { Config } from '../config.ts';

/** The five services as async functions; rejected calls are FlorinErrors. */
export type Clients = { [Name in keyof ServiceDefinitions]: ServiceClient<Name> };

/** gRPC clients of the five services. They connect at the first call. */
export function openClients(config: Config, metrics: Metrics): Clients & { close: () => void } {
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'gateway');
  const open = <Name extends keyof Clients>(name: Name, address: string) =>
    // a sign-in waits for a password hash, which takes long on a busy machine
    createServiceClient(name, { address, tokens, metrics, timeoutMs: name === 'auth' ? 8_000 : 4_000 });
  const clients: Clients = {
    auth: open('auth', config.AUTH_GRPC),
    users: open('users', config.USERS_GRPC),
    ledger: open('ledger', config.LEDGER_GRPC),
    finance: open('finance', config.FINANCE_GRPC),
    notify: open('notify', config.NOTIFY_GRPC),
  };
  return {
    ...clients,
    close: () => {
      for (const client of Object.values(clients) as { close: () => void }[]) client.close();
    },
  };
}
