import { randomInt } from 'node:crypto';
import type { TestReply } from '@florin/testing';
import type { Florin } from './florin.ts';
import { codeFor } from './people.ts';

const APP = { authorization: 'Bearer TOKEN' };

/** A local mobile number that nobody has yet. */
export const newMobile = (): string => `7${String(randomInt(1_000_000)).padStart(6, '0')}`;

/** As texts are addressed to it. */
export const international = (mobile: string): string => `+960${mobile}`;

/** A phone with Fenaka's app: it sends the app's token and keeps the cookie it is given. */
export function fenakaClient(florin: Florin) {
  const state = { cookie: '', setCookies: [] as string[] };
  const send = async (
    path: string,
    request: { body?: object; rawBody?: string; headers?: Record<string, string> },
  ): Promise<TestReply> => {
    const cookie: Record<string, string> = state.cookie === '' ? {} : { cookie: state.cookie };
    const reply = await florin.http.send('POST', path, {
      ...request,
      headers: { ...APP, ...cookie, ...request.headers },
    });
    state.setCookies = reply.headers.getSetCookie();
    for (const set of state.setCookies) state.cookie = set.split(';', 1)[0] ?? '';
    return reply;
  };
  /** The status and the whole body. */
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<[number, unknown]> => {
    const reply = await send(path, { body, headers });
    return [reply.status, reply.body as unknown];
  };
  return {
    state,
    post,
    form: async (path: string, fields: Record<string, string>): Promise<[number, unknown]> => {
      const rawBody = new URLSearchParams(fields).toString();
      const reply = await send(path, { rawBody, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      return [reply.status, reply.body as unknown];
    },
    /** What /v1 answers to the cookie; the app's own token goes along. */
    v1: (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
      florin.http.send(method, path, {
        headers: { ...APP, cookie: state.cookie, ...headers },
        ...(body ? { body } : {}),
      }),
    code: (mobile: string, not?: string) => codeFor(florin, international(mobile), not),
  };
}

/** 422 with these faults. */
export const faulty = (...faults: [param: string, value: unknown, msg: string][]): [number, unknown] => [
  422,
  {
    errors: faults.map(([param, value, msg]) => ({
      ...(value === undefined ? {} : { value }),
      msg,
      param,
      location: 'body',
    })),
  },
];
