import type {
  AuthServiceDefinition,
  FinanceServiceDefinition,
  LedgerServiceDefinition,
  NotifyServiceDefinition,
  UsersServiceDefinition,
} from '@florin/proto';
import { loadProto } from '@florin/proto';
import type { GrpcClient } from '@florin/service-kit';
import { createGrpcClient, createServiceTokens } from '@florin/service-kit';
import type { Config } from '../config.ts';

/** The five services as async functions; rejected calls are FlorinErrors. */
export interface Clients {
  auth: GrpcClient<AuthServiceDefinition>;
  users: GrpcClient<UsersServiceDefinition>;
  ledger: GrpcClient<LedgerServiceDefinition>;
  finance: GrpcClient<FinanceServiceDefinition>;
  notify: GrpcClient<NotifyServiceDefinition>;
}

/** gRPC clients of the five services. They connect at the first call. */
export function openClients(config: Config): Clients & { close: () => void } {
  const tokens = createServiceTokens(config.INTERNAL_SECRET, 'gateway');
  const open = <D>(target: keyof Clients, address: string) => {
    // a sign-in waits for a password hash, which takes long on a busy machine
    const timeoutMs = target === 'auth' ? 8_000 : 4_000;
    return createGrpcClient<D>({ address, target, definition: loadProto(target), tokens, timeoutMs });
  };
  const clients: Clients = {
    auth: open<AuthServiceDefinition>('auth', config.AUTH_GRPC),
    users: open<UsersServiceDefinition>('users', config.USERS_GRPC),
    ledger: open<LedgerServiceDefinition>('ledger', config.LEDGER_GRPC),
    finance: open<FinanceServiceDefinition>('finance', config.FINANCE_GRPC),
    notify: open<NotifyServiceDefinition>('notify', config.NOTIFY_GRPC),
  };
  return {
    ...clients,
    close: () => {
      for (const client of Object.values(clients) as { close: () => void }[]) client.close();
    },
  };
}
