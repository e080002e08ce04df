import { FlorinError } from '@florin/errors';
import { loadProto, type UsersServiceDefinition } from '@florin/proto';
import {
  createGrpcServer,
  createLogger,
  createMetrics,
  createServiceTokens,
  type GrpcMethods,
} from '@florin/service-kit';
import { TEST_SECRET } from '@florin/testing';

type Preferences = { timeZone: string } & Record<string, unknown>;

/** Serves preferences and whom one may ask over gRPC; whatever else is asked is not there. */
export function createFakeUsers() {
  const preferences = new Map<string, Preferences>();
  /** by who asks and who is named; nobody refuses unless it is said here */
  const refusals = new Map<string, FlorinError>();
  const usernames = new Map<string, string>();
  const state = { down: false, port: 0 };
  const methods: Record<string, unknown> = {
    getPreferences: ({ userId }: { userId: string }) => {
      if (state.down) return Promise.reject(new FlorinError('DEADLINE_EXCEEDED', 'users does not answer'));
      const known = preferences.get(userId);
      if (!known) return Promise.reject(new FlorinError('NOT_FOUND', 'person not found'));
      const first = {
        ownPeriodStarts: [],
        firstDayOfWeek: 1,
        firstDayOfTheMonth: 1,
        firstMonthOfTheYear: 1,
      };
      return Promise.resolve({ preferences: { ...first, ...known } });
    },
    findPersonToAsk: ({
      userId,
      toUserId,
      username = '',
    }: {
      userId: string;
      toUserId?: string;
      username?: string;
    }) => {
      const found = toUserId ?? usernames.get(username);
      const refusal = refusals.get(`${userId} ${found}`);
      if (refusal) return Promise.reject(refusal);
      return found === undefined
        ? Promise.reject(new FlorinError('NOT_FOUND', 'user not found'))
        : Promise.resolve({ userId: found });
    },
  };
  const absent = () => Promise.reject(new FlorinError('NOT_FOUND', 'not in the fake'));
  const server = createGrpcServer<UsersServiceDefinition>({
    address: { host: '127.0.0.1', port: 0 },
    definition: loadProto('users'),
    methods: new Proxy(methods, {
      get: (target, name) => target[String(name)] ?? absent,
    }) as unknown as GrpcMethods<UsersServiceDefinition>,
    tokens: createServiceTokens(TEST_SECRET, 'users'),
    logger: createLogger('fake-users', 'silent'),
    metrics: createMetrics('fake-users', { defaults: false }),
  });
  return {
    preferences,
    refusals,
    usernames,
    state,
    start: async () => {
      state.port = await server.start();
    },
    stop: () => server.stop(),
  };
}
