import type { ClientBase } from 'pg';

/**
 * Gives a connection's `query` promises of our own. Those that pg makes keep a query, its parameters and its rows until a
 * full collection; at thousands of queries a second that means a full collection every second. These don't.
 */
export function ownPromises(client: ClientBase): void {
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  const promised = (...parameters: unknown[]): unknown =>
    typeof parameters.at(-1) === 'function'
      ? query(...parameters)
      : new Promise((resolve, reject) => {
          query(...parameters, (error: Error | null, result: unknown) => {
            if (error) reject(error);
            else resolve(result);
          });
        });
  Object.assign(client, { query: promised });
}
