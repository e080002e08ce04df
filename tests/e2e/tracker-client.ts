import type { Florin } from './florin.ts';

/** Patterns of what differs from run to run. */
export const ID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string;
export const JWT = expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string;
export const TIME = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/) as string;
export const STAMPS = { createdAt: TIME, updatedAt: TIME };

export interface TrackerReply {
  status: number;
  body: any;
}

/** A client of the Personal Finance Tracker's API. It sends `state.token` once it has one. */
export function trackerClient(florin: Florin) {
  const state = { token: '' };
  const bearer = (token = state.token): Record<string, string> =>
    token === '' ? {} : { authorization: `Bearer ${token}` };
  const send = async (method: string, path: string, body?: object, token?: string): Promise<TrackerReply> => {
    const request = { headers: bearer(token), ...(body === undefined ? {} : { body }) };
    const reply = await florin.http.send(method, `/api/v1${path}`, request);
    return { status: reply.status, body: reply.body as unknown };
  };
  return {
    state,
    send,
    get: (path: string) => send('GET', path),
    post: (path: string, body: object = {}) => send('POST', path, body),
    put: (path: string, body: object) => send('PUT', path, body),
    delete: (path: string) => send('DELETE', path),
    /** The same as a form. */
    form: async (path: string, fields: Record<string, string>): Promise<TrackerReply> => {
      const { status, body } = await florin.http.send('POST', `/api/v1${path}`, {
        rawBody: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...bearer() },
      });
      return { status, body: body as unknown };
    },
    /** Creates something and answers its `data`. */
    make: async <T extends { id: string }>(path: string, body: object): Promise<T> => {
      const reply = await send('POST', path, body);
      if (reply.status >= 300) throw new Error(`POST ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
      return (reply.body as { data: T }).data;
    },
    /** Registers, verifies and logs in. */
    join: async (
      person: { email: string; password: string; name: string },
      code: () => Promise<string>,
    ): Promise<void> => {
      await send('POST', '/auth/register', person);
      await send('POST', '/auth/verify', { email: person.email, code: await code() });
      const { status, body } = await send('POST', '/auth/login', person);
      if (status !== 200) throw new Error(`login: ${status} ${JSON.stringify(body)}`);
      state.token = (body as { data: { token: string } }).data.token;
    },
  };
}

/** A success as published. */
export const ok = (message: string, data?: unknown, status = 200) => ({
  status,
  body: { status: 'success', message, ...(data === undefined ? {} : { data }) },
});
/** An error as published. */
export const no = (status: number, message: string) => ({ status, body: { status: 'error', message } });
/** A page of a list, the first unless `more` says otherwise. */
export const page = (rows: unknown[], more: object = {}) => ({
  status: 200,
  body: {
    status: 'success',
    message: rows.length === 0 ? 'No data to display' : 'Retrieved data successfully',
    currentPage: 1,
    totalPages: rows.length === 0 ? 0 : 1,
    startItem: rows.length === 0 ? 0 : 1,
    endItem: rows.length,
    itemLength: rows.length,
    totalItems: rows.length,
    data: rows,
    ...more,
  },
});
