import type { ClientBase } from 'pg';
import type { Writable } from 'node:stream';

/**
 * Sends what one turn of the event loop asks of a pipelined connection in one go. A system call for each statement is
 * a good part of what a short one costs.
 */
export function gatherWrites(client: ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  let gathering = false;
  const gathered = (...parameters: unknown[]): unknown => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      setImmediate(() => {
        gathering = false;
        stream.uncork();
      });
    }
    return query(...parameters);
  };
  Object.assign(client, { query: gathered });
}
