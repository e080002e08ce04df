import type { Writable } from 'node:stream';
import type { ClientBase } from 'pg';

interface Watched {
  client: ClientBase;
  /** when what is under way was asked; 0 while nothing is */
  since: number;
}

/** Longer than any statement may take: the server cuts one by itself after 30 s, if it is there. */
const SILENCE_MS = 35_000;

/**
 * Cuts connections whose server has answered nothing for `silenceMs`: a machine that has vanished never says so, and its
 * queries would wait for as long as TCP tries, a quarter of an hour. One timer for all connections: pg's own
 * `query_timeout` makes one for every query, and those keep queries and their parameters alive until a full collection.
 */
export function createWatchdog(silenceMs = SILENCE_MS, everyMs = 5_000): (client: ClientBase) => void {
  const all = new Set<Watched>();
  let timer: NodeJS.Timeout | undefined;

  const look = (): void => {
    const longAgo = Date.now() - silenceMs;
    for (const { client, since } of all) if (since > 0 && since < longAgo) cut(client);
  };
  const stop = (watched: Watched): void => {
    all.delete(watched);
    if (all.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  return (client) => {
    const watched: Watched = { client, since: 0 };
    all.add(watched);
    timer ??= setInterval(look, everyMs).unref();
    const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    const timed = (...parameters: unknown[]): unknown => {
      if (watched.since === 0) watched.since = Date.now();
      return query(...parameters);
    };
    Object.assign(client, { query: timed });
    // pg tells so when nothing is under way any more
    client.on('drain', () => (watched.since = 0));
    client.on('end', () => stop(watched));
  };
}

function cut(client: ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: Writable } };
  connection.stream.destroy();
}
