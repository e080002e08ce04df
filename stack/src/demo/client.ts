import { randomUUID } from 'node:crypto';

export interface DemoClient {
  get<T = unknown>(path: string): Promise<T>;
  /** Posts with an idempotency key; throws with the problem's detail when refused. */
  post<T = unknown>(path: string, body?: object): Promise<T>;
  /** The newest code mailed to an address; waits up to 10 s. */
  mailedCode(email: string): Promise<string>;
}

const MAIL_WAIT_MS = 10_000;

/** A small client of Florin's public API, for the demo. */
export function createDemoClient(url: string, token?: string): DemoClient {
  const call = async (path: string, init: RequestInit) => {
    const response = await fetch(url + path, init).catch(() => {
      throw new Error(`nothing answers at ${url}; run npm start first, or set FLORIN_URL`);
    });
    const body = (await response.json()) as { detail?: string };
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body.detail ?? ''}`);
    return body;
  };
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    get: async <T>(path: string) => (await call(path, { headers: authorization })) as T,
    post: async <T>(path: string, body: object = {}) =>
      (await call(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...authorization },
      })) as T,
    mailedCode: async (email) => {
      const until = Date.now() + MAIL_WAIT_MS;
      while (Date.now() < until) {
        const { data } = (await call(`/dev/mailbox?to=${encodeURIComponent(email)}`, {
          headers: { accept: 'application/json' },
        })) as {
          data: { text: string }[];
        };
        const code = data.map((mail) => /\b\d{6}\b/.exec(mail.text)?.[0]).find(Boolean);
        if (code) return code;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no code was mailed to ${email}`);
    },
  };
}
