import { IDENTITY_HEADER, createIdentitySigner, newId, type Identity } from '@florin/service-kit';
import { checkReply } from './reply-check.ts';

/** The secret services under test are configured with. */
export const TEST_SECRET = 'a-secret-for-tests-of-at-least-32-characters';

export interface TestReply {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into replies of every shape
  body: any;
}

export interface TestRequest {
  body?: unknown;
  /** sent as it is, instead of `body` */
  rawBody?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  token?: string;
  idempotencyKey?: string;
}

/**
 * Sends requests to one base URL and reads JSON replies. `headers` go with every request. Replies must be ones that the documents
 * of docs/api tell of, unless `documented` is false: the tests of the gateway alone have upstreams of their own.
 */
export function createHttpClient(
  baseUrl: string,
  headers: Record<string, string> = {},
  { documented = true }: { documented?: boolean } = {},
) {
  const send = async (method: string, path: string, request: TestRequest = {}): Promise<TestReply> => {
    const response = await fetch(baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
        ...(request.idempotencyKey === undefined ? {} : { 'idempotency-key': request.idempotencyKey }),
        ...headers,
        ...request.headers,
      },
      ...(request.rawBody !== undefined
        ? { body: request.rawBody }
        : request.body === undefined
          ? {}
          : { body: JSON.stringify(request.body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    const contentType = response.headers.get('content-type');
    const body = /json/.test(contentType ?? '') ? (JSON.parse(text) as unknown) : undefined;
    if (documented) checkReply({ method, path, status: response.status, contentType }, body);
    return { status: response.status, headers: response.headers, bytes, text, body };
  };
  return {
    send,
    get: (path: string, request?: TestRequest) => send('GET', path, request),
    post: (path: string, body?: unknown, request?: TestRequest) => send('POST', path, { body, ...request }),
    patch: (path: string, body?: unknown, request?: TestRequest) => send('PATCH', path, { body, ...request }),
    put: (path: string, body?: unknown, request?: TestRequest) => send('PUT', path, { body, ...request }),
    delete: (path: string, request?: TestRequest) => send('DELETE', path, request),
  };
}

/** The header in which the gateway names the caller to a service. */
export function identityHeaders(identity: Partial<Identity> = {}): Record<string, string> {
  const whole: Identity = {
    userId: newId(),
    sessionId: newId(),
    roles: ['user'],
    amr: ['pwd'],
    authTime: Math.floor(Date.now() / 1000),
    emailVerified: true,
    ...identity,
  };
  return { [IDENTITY_HEADER]: createIdentitySigner(TEST_SECRET).sign(whole) };
}
