import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
  type sendUnaryData,
} from '@grpc/grpc-js';
import type { MethodDefinition, PackageDefinition } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';
import { HealthImplementation } from 'grpc-health-check';
import { isFlorinError } from '@florin/errors';
import { continueTrace, runInContext, type Context } from '../context.ts';
import type { ServiceTokens } from '../identity.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { storeFault } from '../store/faults.ts';
import { toGrpcError } from './errors.ts';

/* eslint-disable @typescript-eslint/no-explicit-any -- grpc-js types its tables of methods with any; the mapped types below give it back */
type Method = MethodDefinition<any, any, any, any>;
type Table = Record<string, Method>;

/** The methods' names, without the index signature that grpc-js gives every definition. */
export type MethodName<K> = K extends string ? (string extends K ? never : Uncapitalize<K>) : never;

/** The async methods a service implements, from the generated definition of its proto. `caller` is the calling service. */
export type GrpcMethods<D> = {
  [K in keyof D as MethodName<K>]: D[K] extends MethodDefinition<any, infer Response, infer Request, any>
    ? (request: Request, call: { caller: string }) => Promise<Response>
    : never;
};
/* eslint-enable @typescript-eslint/no-explicit-any */

export interface GrpcServerOptions<D> {
  address: { host: string; port: number };
  /** from `loadProto` */
  definition: { service: ServiceDefinition; packageDefinition: PackageDefinition };
  methods: GrpcMethods<D>;
  tokens: ServiceTokens;
  logger: Logger;
  metrics: Metrics;
  /** of one message; default 8 MB */
  maxReceiveBytes?: number | undefined;
}

export interface GrpcServer {
  start(): Promise<number>;
  /** refuses new calls, gives those under way 3 s to finish, then closes the connections */
  stop(): Promise<void>;
}

/** A gRPC server with caller authentication, health and reflection. Thrown FlorinErrors reach the client whole. */
export function createGrpcServer<D>(options: GrpcServerOptions<D>): GrpcServer {
  const { address, definition, maxReceiveBytes = 8 * 1024 * 1024 } = options;
  const server = new Server({
    'grpc.max_receive_message_length': maxReceiveBytes,
    'grpc.max_connection_age_ms': 30 * 60_000,
    'grpc.max_connection_age_grace_ms': 30_000,
    'grpc.keepalive_time_ms': 60_000,
  });
  const table = definition.service as unknown as Table;
  const methods = options.methods as Record<string, (request: unknown, call: { caller: string }) => Promise<unknown>>;
  server.addService(
    definition.service,
    Object.fromEntries(
      Object.entries(table).flatMap(([name, { path }]) => {
        const key = name.charAt(0).toLowerCase() + name.slice(1);
        const method = methods[key];
        // the types require every method; grpc-js replies UNIMPLEMENTED when one is missing all the same
        return method ? [[name, unary(path, method, options)]] : [];
      }),
    ),
  );
  const health = new HealthImplementation({ '': 'SERVING' });
  health.addToServer(server);
  new ReflectionService(definition.packageDefinition).addToServer(server);
  return {
    start: () => bind(server, address),
    stop: () => {
      health.setStatus('', 'NOT_SERVING');
      return shutDown(server);
    },
  };
}

function unary<D>(
  path: string,
  method: (request: unknown, call: { caller: string }) => Promise<unknown>,
  { tokens, logger, metrics }: GrpcServerOptions<D>,
) {
  return (call: ServerUnaryCall<unknown, unknown>, callback: sendUnaryData<unknown>) => {
    const started = performance.now();
    const text = (name: string) => call.metadata.get(name).map(String)[0];
    const causationId = text('x-causation-id');
    const context: Context = {
      requestId: text('x-request-id') ?? newId(),
      ...(causationId === undefined ? {} : { causationId }),
      ...continueTrace(metrics.service, path.slice(1), { kind: 'server', parent: text('traceparent') }),
      grpcCall: call,
      // as a number Infinity, when the caller gave none
      deadline: Number(call.getDeadline()),
    };
    const serve = async () => {
      const caller = tokens.verify((text('authorization') ?? '').replace(/^Bearer /, ''));
      return method(call.request, { caller });
    };
    runInContext(context, serve).then(
      (response) => {
        metrics.timeGrpc({ method: path, code: 'OK' }, (performance.now() - started) / 1000);
        context.span?.end({ attributes: { 'rpc.response.status_code': 'OK' } });
        callback(null, response);
      },
      (error: unknown) => {
        const lost = storeFault(error);
        const code = isFlorinError(error) ? error.code : (lost?.code ?? 'INTERNAL');
        metrics.timeGrpc({ method: path, code }, (performance.now() - started) / 1000);
        context.span?.end({
          attributes: { 'rpc.response.status_code': code },
          ...(isFault(code) ? { error: { code } } : {}),
        });
        if (code === 'INTERNAL') logger.error({ err: error, method: path }, 'call failed');
        if (lost) logger.warn({ err: error, method: path }, 'call failed: a store is away');
        callback(toGrpcError(error));
      },
    );
  };
}

/** Of ours: a refusal is an answer. */
const isFault = (code: string): boolean => ['INTERNAL', 'UNAVAILABLE', 'DEADLINE_EXCEEDED'].includes(code);

function bind(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (!error) resolve(bound);
      else reject(/EADDRINUSE/.test(error.message) ? Object.assign(error, { code: 'EADDRINUSE', port }) : error);
    });
  });
}

function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.forceShutdown();
      resolve();
    }, 3_000);
    server.tryShutdown(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
