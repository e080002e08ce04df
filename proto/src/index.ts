import {
  loadPackageDefinition,
  type GrpcObject,
  type ServiceClientConstructor,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { join } from 'node:path';

import type { AuthServiceDefinition } from '../gen/auth/florin/auth/v1/AuthService.ts';
import type { FinanceServiceDefinition } from '../gen/finance/florin/finance/v1/FinanceService.ts';
import type { LedgerServiceDefinition } from '../gen/ledger/florin/ledger/v1/LedgerService.ts';
import type { NotifyServiceDefinition } from '../gen/notify/florin/notify/v1/NotifyService.ts';
import type { UsersServiceDefinition } from '../gen/users/florin/users/v1/UsersService.ts';

export type {
  AuthServiceDefinition,
  FinanceServiceDefinition,
  LedgerServiceDefinition,
  NotifyServiceDefinition,
  UsersServiceDefinition,
};

/** The methods of each service, by its name. */
export interface ServiceDefinitions {
  auth: AuthServiceDefinition;
  finance: FinanceServiceDefinition;
  ledger: LedgerServiceDefinition;
  notify: NotifyServiceDefinition;
  users: UsersServiceDefinition;
}

const ROOT = join(import.meta.dirname, '..');

const SERVICES = {
  auth: 'AuthService',
  users: 'UsersService',
  ledger: 'LedgerService',
  finance: 'FinanceService',
  notify: 'NotifyService',
} as const satisfies Record<keyof ServiceDefinitions, string>;

export interface Proto {
  service: ServiceDefinition;
  packageDefinition: PackageDefinition;
}

const loaded = new Map<string, Proto>();

/** The definition of one of the five services, read from its proto once per process. */
export function loadProto(name: keyof ServiceDefinitions): Proto {
  const known = loaded.get(name);
  if (known) return known;
  const packageDefinition = loadSync(`florin/${name}/v1/${name}.proto`, {
    includeDirs: [ROOT],
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  const namespace = ((loadPackageDefinition(packageDefinition)['florin'] as GrpcObject)[name] as GrpcObject)['v1'];
  const client = (namespace as GrpcObject)[SERVICES[name]] as ServiceClientConstructor;
  const proto = { service: client.service, packageDefinition };
  loaded.set(name, proto);
  return proto;
}
