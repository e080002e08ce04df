import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

interface SignOfLife {
  alive: boolean;
  /** which of the processes asked for are at work; null when the server's own word for them is not known */
  busy: ReadonlySet<number> | null;
}

/** Asks whether a server lives, and which of these processes of it are at work on a query. */
export type Probe = (processIds: readonly number[]) => Promise<SignOfLife>;

/** An error over the wire is a sign of life, too: wrong password, too many clients, starting up. */
const UNKNOWN: SignOfLife = { alive: true, busy: null };
const DEAD: SignOfLife = { alive: false, busy: null };
/** By as much a timer may be late; later than that, it is this process that stood still. */
const MAXIMUM_LATE_MS = 500;

const ASK = `
  SELECT pg_backend_pid() AS me, ARRAY(
    SELECT pid FROM pg_stat_activity WHERE pid = ANY ($1::integer[]) AND state <> 'idle' AND state NOT LIKE 'idle in%'
  ) AS busy`;

/**
 * Returns a probe that opens a connection of its own, which a server must answer within `maximumMs`. Behind a pooler
 * such as PgBouncer process ids are the pooler's: then it only says whether the server lives.
 */
export function createProbe(config: pg.ClientConfig, maximumMs = 2_000): Probe {
  return async (processIds) => {
    const socket = new Socket();
    const client = new pg.Client({ ...config, application_name: 'florin-probe', stream: () => socket });
    client.on('error', () => undefined);
    const late = new AbortController();
    const started = performance.now();
    const timeUp = wait(maximumMs, DEAD, { ref: false, signal: late.signal }).then((dead) =>
      performance.now() - started > maximumMs + MAXIMUM_LATE_MS ? UNKNOWN : dead,
    );
    try {
      return await Promise.race([ask(client, processIds), timeUp]);
    } finally {
      late.abort();
      timeUp.catch(() => undefined);
      // not `end`, which would wait for a server that may be gone
      socket.destroy();
    }
  };
}

async function ask(client: pg.Client, processIds: readonly number[]): Promise<SignOfLife> {
  try {
    await client.connect();
    const { rows } = await client.query<{ me: number; busy: number[] }>(ASK, [processIds]);
    const [reply] = rows;
    const own = (client as unknown as { processID: number }).processID;
    return reply?.me === own ? { alive: true, busy: new Set(reply.busy) } : UNKNOWN;
  } catch (error) {
    return error instanceof pg.DatabaseError ? UNKNOWN : DEAD;
  }
}
