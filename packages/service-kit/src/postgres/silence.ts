import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';
import type { Probe } from './probe.ts';

export interface SilenceOptions {
  /** asked when a query has had no answer for `suspectMs`; without it only `maximumMs` counts */
  probe?: Probe | undefined;
  /** default 1.5 s: with a look every 0.5 s and a probe of 2 s, a vanished server is noticed within 4 s */
  suspectMs?: number;
  /** how long a server may say nothing to a query, alive or not; default 35 s, for it ends a statement itself after 30 s */
  maximumMs?: number;
  /** time between two looks at all connections; default 0.5 s */
  everyMs?: number;
}

interface Watched {
  socket: Socket;
  processId: number;
  /** when the oldest query under way was sent; 0 while there is none */
  since: number;
  /** bytes the server had sent at the last look, and when a look last found more */
  bytes: number;
  heardAt: number;
}

/**
 * Cuts connections whose server says nothing any more. A host that vanished never says so, and TCP alone would let a
 * query wait for a quarter of an hour. A silent query makes the server a suspect, and it is probed over a connection of
 * its own: when it gives no sign of life, all connections to it are cut; when it lives but does not work on the query,
 * the query or its answer was lost, and that connection is cut; else the query is slow, and is left alone.
 *
 * Returns a function that watches a connection and returns what to call when a query is sent. One timer serves all
 * connections. pg's own `query_timeout` was tried: it makes a timer for each query, which keeps query, parameters and rows
 * alive until a full collection (3.5 MB a second promoted at half load, 50 ms pauses each second; 0.7 MB this way).
 */
export function createSilenceWatch(options: SilenceOptions) {
  const { probe, suspectMs = 1_500, maximumMs = 35_000, everyMs = 500 } = options;
  const all = new Set<Watched>();
  let timer: NodeJS.Timeout | undefined;
  let probing = false;

  const look = (): void => {
    const now = Date.now();
    const silent = [...all].filter((watched) => silentFor(watched, now) > suspectMs);
    for (const watched of silent) if (silentFor(watched, now) > maximumMs) watched.socket.destroy();
    if (probe && !probing && silent.length > 0) void investigate(probe, silent);
  };
  const investigate = async (ask: Probe, suspects: readonly Watched[]): Promise<void> => {
    probing = true;
    const heard = new Map([...all].map((watched) => [watched, watched.socket.bytesRead]));
    const { alive, busy } = await ask(suspects.map(({ processId }) => processId));
    probing = false;
    const stillSilent = (watched: Watched) => watched.socket.bytesRead === heard.get(watched);
    const hasAnswered = [...heard.keys()].some((watched) => !stillSilent(watched));
    // the idle ones as well: each would make the next request wait as long
    if (!alive && !hasAnswered) for (const { socket } of all) socket.destroy();
    if (!busy) return;
    for (const watched of suspects) {
      if (stillSilent(watched) && !busy.has(watched.processId)) watched.socket.destroy();
    }
  };
  const forget = (watched: Watched): void => {
    all.delete(watched);
    if (all.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  return (client: ClientBase, socket: Socket): (() => void) => {
    const { processID: processId } = client as unknown as { processID: number };
    const watched: Watched = { socket, processId, since: 0, bytes: 0, heardAt: 0 };
    all.add(watched);
    timer ??= setInterval(look, everyMs).unref();
    // pg says `drain` when no query is under way any more
    client.on('drain', () => (watched.since = 0));
    client.on('end', () => {
      forget(watched);
    });
    return () => {
      if (watched.since === 0) watched.since = Date.now();
    };
  };
}

/** Milliseconds a connection has waited for its server to say anything; 0 without a query under way. */
function silentFor(watched: Watched, now: number): number {
  if (watched.since === 0) return 0;
  const { bytesRead } = watched.socket;
  if (bytesRead !== watched.bytes) Object.assign(watched, { bytes: bytesRead, heardAt: now });
  return now - Math.max(watched.since, watched.heardAt);
}
