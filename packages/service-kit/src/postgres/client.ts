import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';
import { childSpan } from '../telemetry/in-span.ts';
import { createSilenceWatch, type SilenceOptions } from './silence.ts';
import { createStatementNames } from './statement-names.ts';
import { createTimeLimit } from './time-limit.ts';

/**
 * What a connection does beyond pg's own work. A query passes the measures in the order of this list. This file is the
 * only one that replaces pg's `query` or touches its socket.
 */
export interface Measures {
  /** 1. Notes when a query goes out, to cut the connections of a server that has vanished within 4 s: see `createSilenceWatch`. */
  silence?: SilenceOptions | undefined;
  /**
   * 2. Sends what one turn of the event loop asks in one packet; for pipelined connections. Of three short statements
   * asked at once the process takes 115 us of CPU in the place of 135.
   */
  gatherWrites?: boolean;
  /**
   * 3. Prepares the statements that repeat, so that the server parses and plans them once: a join of two tables costs it
   * 57 us of CPU in the place of 250, and this process 75 in the place of 130.
   */
  prepareRepeated?: boolean;
  /**
   * 4. Gives queries a promise of our own. pg's keeps query, parameters and rows alive until a full collection, of which
   * there was one a second under the ledger's load.
   */
  ownPromises?: boolean;
  /** 5. Ends statements at the deadline of the request that they are made for, others after this time; for pipelined connections. */
  limitMs?: number;
}

type Query = (statement: unknown, ...rest: unknown[]) => unknown;

/** Returns the function that puts the measures on a connection: to be called once for each, when it has been made. */
export function createClientWrapper(measures: Measures): (client: ClientBase) => void {
  const { gatherWrites = false, prepareRepeated = false, ownPromises = false } = measures;
  const watch = measures.silence && createSilenceWatch(measures.silence);
  return (client) => {
    const send = client.query.bind(client) as Query;
    const socket = socketOf(client);
    const noteSent = socket && watch?.(client, socket);
    const gather = gatherWrites ? createGathering(client) : undefined;
    const named = prepareRepeated ? createStatementNames() : undefined;
    const limit = measures.limitMs === undefined ? undefined : createTimeLimit(send, measures.limitMs);
    const query: Query = (statement, ...rest) => {
      noteSent?.();
      gather?.();
      limit?.(textOf(statement));
      const asked = named ? named(statement) : statement;
      const traced = traceQuery(asked);
      if (traced) return traced(send, rest);
      return ownPromises ? promised(send, asked, rest) : send(asked, ...rest);
    };
    Object.assign(client, { query });
  };
}

const textOf = (statement: unknown): string =>
  typeof statement === 'string' ? statement : ((statement as { text?: string } | null)?.text ?? '');

/** Sends the queries that `work` starts on a pipelined connection in one packet: each alone costs both sides a system call. */
export function sendTogether<T>(client: ClientBase, work: () => T): T {
  const socket = socketOf(client);
  socket?.cork();
  try {
    return work();
  } finally {
    socket?.uncork();
  }
}

/** As `sendTogether`, for all that is asked until the event loop has gone round. */
function createGathering(client: ClientBase): () => void {
  let gathering = false;
  return () => {
    if (gathering) return;
    const socket = socketOf(client);
    gathering = true;
    socket?.cork();
    setImmediate(() => {
      gathering = false;
      socket?.uncork();
    });
  };
}

const MAX_SHOWN = 1_000;

/** Sends a query in a span of the work being done; undefined where there is none. Values are not exported. */
function traceQuery(statement: unknown): ((send: Query, rest: unknown[]) => unknown) | undefined {
  const text = typeof statement === 'string' ? statement : (statement as { text?: unknown } | null)?.text;
  if (typeof text !== 'string') return undefined;
  const sql = text.trim();
  const [verb = ''] = sql.split(/\s/, 1);
  const shown = { 'db.system.name': 'postgresql', 'db.query.text': sql.slice(0, MAX_SHOWN) };
  const span = childSpan(verb.toUpperCase(), 'client', shown);
  if (!span) return undefined;
  return (send, rest) => {
    const last = rest.at(-1);
    if (typeof last !== 'function') {
      const sent = promised(send, statement, rest) as Promise<unknown>;
      sent.then(
        () => span.end(),
        (error: unknown) => span.end({ error }),
      );
      return sent;
    }
    const done = last as (error: unknown, result: unknown) => void;
    return send(statement, ...rest.slice(0, -1), (error: unknown, result: unknown) => {
      span.end(error ? { error } : {});
      done(error, result);
    });
  };
}

function promised(send: Query, statement: unknown, rest: unknown[]): unknown {
  if (typeof rest.at(-1) === 'function') return send(statement, ...rest);
  return new Promise((resolve, reject) => {
    send(statement, ...rest, (error: Error | null, result: unknown) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
}

/** pg keeps its socket to itself and replaces it when TLS begins. Stand-ins of tests have none. */
function socketOf(client: ClientBase): Socket | undefined {
  return (client as unknown as { connection?: { stream: Socket } }).connection?.stream;
}
