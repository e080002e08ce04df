import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { EventType, FlorinEvent } from '@florin/contracts';
import { createMemoryBus } from '@florin/messaging/memory';
import { deriveKey, unseal, type Role } from '@florin/service-kit';
import {
  TEST_SECRET,
  createHttpClient,
  createTestClock,
  createTestDatabase,
  identityHeaders,
  waitFor,
  type TestReply,
} from '@florin/testing';
import type { Holdings } from '../src/app/closings/ports.ts';
import { compose } from '../src/composition.ts';
import { readConfig } from '../src/config.ts';
import { template } from './support/template.ts';

export const NOTHING: Holdings = {
  balances: [],
  holdsPlaced: 0,
  holdsReceived: 0,
  requestsToPay: 0,
  requestsMade: 0,
  schedules: 0,
  fundings: 0,
};

export const PASSWORD = 'tame-orbit-lentil-47';

export interface SignedIn {
  accessToken: string;
  refreshToken: string;
  user: { id: string; email: string };
  sessionId: string;
  /** the identity header the gateway would send */
  headers: Record<string, string>;
}

export type Harness = Awaited<ReturnType<typeof startAuth>>;

/** The whole auth service over a database of its own; the bus is in memory, the clock stands still. */
export async function startAuth(environment: Record<string, string> = {}) {
  const database = await createTestDatabase(template);
  const clock = createTestClock(new Date());
  const bus = createMemoryBus();
  const events = bus.published;
  /** what the ledger says that people have; nothing unless a test puts it here */
  const holdings = new Map<string, Holdings>();
  const closings: unknown[][] = [];
  const config = readConfig({
    POSTGRES_URL: database.url,
    AMQP_URL: 'amqp://unused',
    INTERNAL_SECRET: TEST_SECRET,
    HTTP_PORT: '0',
    GRPC_PORT: '0',
    LOG_LEVEL: 'error',
    BCRYPT_COST: '4',
    DEPLOYMENT: 'development',
    ...environment,
  });
  const composed = compose(config, {
    clock: clock.now,
    bus,
    closing: {
      begin: (userId, payOut) => {
        closings.push(['begin', userId, payOut]);
        return Promise.resolve(holdings.get(userId) ?? NOTHING);
      },
      abandon: (userId) => Promise.resolve(void closings.push(['abandon', userId])),
    },
  });
  await composed.service.start();
  const url = `http://127.0.0.1:${composed.addresses().http}`;
  const http = createHttpClient(url);

  const eventsOf = <T extends EventType>(type: T, userId?: string) =>
    events.filter(
      (event): event is FlorinEvent<T> =>
        event.type === type && (userId === undefined || (event.data as { userId?: unknown }).userId === userId),
    );

  /** The newest code sent to an address, once the relay has passed it on. */
  const codeFor = async (to: string, purpose?: string): Promise<string> => {
    const sent = () =>
      eventsOf('auth.code-issued.v1').filter(({ data }) => data.to === to && (!purpose || data.purpose === purpose));
    const event = await waitFor(async () => {
      await quiet();
      return sent().at(-1);
    });
    return unseal(deriveKey(TEST_SECRET, 'code'), event.data.sealedCode, 'code');
  };

  /** Waits until everything committed has been published. */
  const quiet = async (): Promise<void> => {
    await composed.background.settled();
    await waitFor(async () => {
      const rows = await composed.postgres.knex('outbox').count<{ count: string }[]>();
      return rows[0]?.count === '0';
    });
  };

  const linkOf = (sealed: string) => unseal(deriveKey(TEST_SECRET, 'code'), sealed, 'link');
  const newEmail = () => `p${randomBytes(6).toString('hex')}@example.com`;

  const register = async (fields: Record<string, unknown> = {}) => {
    const email = newEmail();
    const reply = await http.post('/v1/auth/register', { email, password: PASSWORD, name: 'Pat Doe', ...fields });
    return { reply, email: (fields['email'] as string | undefined) ?? email };
  };

  const registerVerified = async (fields: Record<string, unknown> = {}) => {
    const { reply, email } = await register(fields);
    if (reply.status !== 201) throw new Error(`register: ${reply.text}`);
    await http.post('/v1/auth/verify-email', { email, code: await codeFor(email, 'verify-email') });
    return { email, id: (reply.body as { user: { id: string } }).user.id };
  };

  const login = (identifier: string, password = PASSWORD, extra: object = {}, headers: Record<string, string> = {}) =>
    http.post('/v1/auth/login', { identifier, password, ...extra }, { headers });

  const signedIn = (reply: TestReply): SignedIn => {
    if (typeof reply.body?.accessToken !== 'string') throw new Error(`not signed in: ${reply.status} ${reply.text}`);
    const body = reply.body as { accessToken: string; refreshToken: string; user: { id: string; email: string } };
    return { ...body, ...identify(body.accessToken) };
  };

  /** Adds a number to a person's account and proves it. */
  const addMobile = async ({ headers }: SignedIn, mobile: string): Promise<void> => {
    await http.post('/v1/auth/mobile/change', { mobile }, { headers });
    const code = await codeFor(mobile, 'mobile-change');
    const done = await http.post('/v1/auth/mobile/change/confirm', { mobile, code }, { headers });
    if (done.status !== 200) throw new Error(`mobile: ${done.text}`);
  };

  const newPerson = async (fields: Record<string, unknown> = {}): Promise<SignedIn & { email: string }> => {
    const { mobile, ...rest } = fields;
    const { email } = await registerVerified(rest);
    const person = { ...signedIn(await login(email)), email };
    if (typeof mobile === 'string') await addMobile(person, mobile);
    return person;
  };

  return {
    db: composed.postgres.knex,
    useCases: composed.useCases,
    settled: () => composed.background.settled(),
    addMobile,
    bus,
    clock,
    codeFor,
    config,
    deliver: bus.deliver,
    events,
    eventsOf,
    grpcAddress: () => `127.0.0.1:${composed.addresses().grpc}`,
    http,
    closings,
    holdings,
    linkOf,
    login,
    newEmail,
    newPerson,
    quiet,
    register,
    registerVerified,
    signedIn,
    url,
    stop: async () => {
      await composed.service.stop();
      await database.drop();
    },
  };
}

/** The identity header of an access token's owner, as the gateway makes it. */
export function identify(accessToken: string): { sessionId: string; headers: Record<string, string> } {
  const claims = jwt.decode(accessToken) as {
    sub: string;
    sid: string;
    roles: Role[];
    amr: string[];
    auth_time: number;
    email_verified: boolean;
  };
  const headers = identityHeaders({
    userId: claims.sub,
    sessionId: claims.sid,
    roles: claims.roles,
    amr: claims.amr,
    authTime: claims.auth_time,
    emailVerified: claims.email_verified,
  });
  return { sessionId: claims.sid, headers };
}
