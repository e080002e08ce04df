import type { ServerResponse } from 'node:http';
import { Pool, type Dispatcher as Undici } from 'undici';
import type { Priority } from './turns/admission.ts';
import { answerWith, askOnce } from './turns/one-for-many.ts';
import { compress, isCompressible, weak, type Encoding } from '../edge/compression.ts';
import { away, isUpstreamAway, late } from './failures.ts';

/** One call on its way to a service. Header lists hold each name before its value. */
export interface Call {
  method: Undici.HttpMethod;
  /** with the query */
  path: string;
  headers: string[];
  body: Buffer | null;
  response: ServerResponse;
  /** what the reply carries besides the service's own headers; the latter are added here */
  replyHeaders: string[];
  /** the service's headers that the client gets, in small letters */
  passed: ReadonlySet<string>;
  /** in which a reply may go out that is worth it */
  encoding?: Encoding | undefined;
  priority: Priority;
  /** whose call it is; empty when nobody is signed in */
  person: string;
  /** of a read that others of the person may share: all that its reply depends on */
  sameAs?: (() => string) | undefined;
}

export interface Dispatcher {
  /** Resolves once the reply went out whole or the client left; rejects with what went wrong with the service. */
  send(call: Call): Promise<void>;
  /** As `send`, for several that ask the same: the service is asked once. */
  sendTogether(calls: readonly Call[]): Promise<void>;
  stop(): void;
}

const CONNECTIONS = 256;
/** A reply of a known length up to this is written with its head in one piece. */
const ONE_PIECE_BYTES = 16 * 1024;

/** Calls one service over kept connections, by undici's lowest door: a stream and an event emitter a call cost as much again. */
export function createDispatcher({
  name,
  url,
  timeoutMs,
}: {
  name: string;
  url: string;
  timeoutMs: number;
}): Dispatcher {
  // time-outs are ours: undici's begin with the connection, and are a second off
  const pool = new Pool(url, { connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0, pipelining: 1 });
  const open = new Set<Exchange>();
  const watch = setInterval(
    () => {
      const before = performance.now() - timeoutMs;
      for (const exchange of open) if (exchange.heardMs < before) exchange.fail(late(name));
    },
    Math.min(250, timeoutMs / 2),
  ).unref();
  const send = async (call: Call): Promise<void> => {
    const exchange = new Exchange(name, pool, call);
    open.add(exchange);
    try {
      exchange.begin();
      await exchange.done;
    } finally {
      open.delete(exchange);
    }
  };
  return {
    send,
    sendTogether: async (calls) => {
      const asking = calls.filter(({ response }) => !response.destroyed);
      const reply = asking.length > 1 ? await askOnce(pool, asking, { name, timeoutMs }) : undefined;
      if (reply) for (const call of asking) answerWith(reply, call);
      else await Promise.all(asking.map(send));
    },
    stop: () => {
      clearInterval(watch);
      void pool.destroy();
    },
  };
}

const EXCHANGE = Symbol('exchange');
type Watched = ServerResponse & { [EXCHANGE]?: Exchange };

// One listener for all responses: a closure per response keeps it and its request in memory until a full collection.
function onClose(this: Watched): void {
  this[EXCHANGE]?.leave();
}

class Exchange implements Undici.DispatchHandler {
  readonly done: Promise<void>;
  /** `performance.now()` of the last sign of life */
  heardMs = performance.now();
  readonly #name: string;
  readonly #pool: Pool;
  readonly #call: Call;
  #resolve!: () => void;
  #reject!: (error: unknown) => void;
  #abort: ((error?: Error) => void) | undefined;
  #resume: (() => void) | undefined;
  #status = 0;
  /** of the reply's body; -1 when it is not told */
  #length = -1;
  /** of a reply that goes out compressed */
  #held: Buffer[] | undefined;
  #repeated = false;
  #settled = false;

  constructor(name: string, pool: Pool, call: Call) {
    this.#name = name;
    this.#pool = pool;
    this.#call = call;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  begin(): void {
    const { response } = this.#call;
    (response as Watched)[EXCHANGE] = this;
    response.on('close', onClose);
    this.#dispatch();
  }

  #dispatch(): void {
    const { method, path, headers, body } = this.#call;
    this.#pool.dispatch({ method, path, headers, body }, this);
  }

  /** The client left, or the reply went out. */
  leave(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#abort?.();
    this.#resolve();
  }

  fail(error: Error): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#abort?.(error);
    this.#reject(error);
  }

  onConnect(abort: (error?: Error) => void): void {
    this.#abort = abort;
    if (this.#settled) abort();
  }

  onHeaders(status: number, raw: Buffer[], resume: () => void): boolean {
    if (status < 200 || this.#settled) return true;
    const { passed, replyHeaders, response } = this.#call;
    let contentType: string | undefined;
    let isCoded = false;
    for (let at = 0; at + 1 < raw.length; at += 2) {
      const header = raw[at]?.toString('latin1') ?? '';
      const small = header.toLowerCase();
      if (!passed.has(small)) continue;
      const value = raw[at + 1]?.toString('latin1') ?? '';
      if (small === 'content-length') {
        this.#length = Number(value);
        continue;
      }
      if (small === 'content-type') contentType = value;
      if (small === 'content-encoding') isCoded = true;
      replyHeaders.push(header, value);
    }
    if (isUpstreamAway(status, contentType)) {
      this.fail(away(this.#name));
      return true;
    }
    this.heardMs = performance.now();
    this.#status = status;
    this.#resume = resume;
    if (this.#call.encoding && status === 200 && !isCoded && isCompressible(contentType, this.#length)) {
      this.#held = [];
      return true;
    }
    if (this.#length >= 0) replyHeaders.push('Content-Length', String(this.#length));
    if (this.#length < 0 || this.#length > ONE_PIECE_BYTES) response.writeHead(status, replyHeaders);
    return true;
  }

  onData(chunk: Buffer): boolean {
    if (this.#settled) return true;
    const { response } = this.#call;
    this.heardMs = performance.now();
    if (this.#held) {
      this.#held.push(chunk);
      return true;
    }
    if (!response.headersSent) {
      response.writeHead(this.#status, this.#call.replyHeaders);
      if (chunk.length === this.#length) {
        // as a string it goes out in one write with its head; a buffer would be a `writev` of two, at three times the cost
        response.end(chunk.toString('latin1'), 'latin1');
        return true;
      }
    }
    if (response.write(chunk)) return true;
    response.once('drain', () => {
      this.heardMs = performance.now();
      this.#resume?.();
    });
    return false;
  }

  onComplete(): void {
    if (this.#settled) return;
    if (this.#held) {
      this.#compress(Buffer.concat(this.#held)).catch((error: unknown) => {
        this.fail(error as Error);
      });
      return;
    }
    this.#settled = true;
    const { response } = this.#call;
    if (!response.headersSent) response.writeHead(this.#status, this.#call.replyHeaders);
    if (!response.writableEnded) response.end();
    this.#resolve();
  }

  async #compress(body: Buffer): Promise<void> {
    const { response, replyHeaders, encoding = 'gzip' } = this.#call;
    const small = await compress(body, encoding);
    if (this.#settled) return;
    this.#settled = true;
    const own = ['Content-Encoding', encoding, 'Vary', 'Accept-Encoding', 'Content-Length', String(small.length)];
    response.writeHead(this.#status, [...replyHeaders.map(weak), ...own]).end(small);
    this.#resolve();
  }

  onError(error: NodeJS.ErrnoException): void {
    if (this.#settled) return;
    const { method } = this.#call;
    // a kept connection that the service closes as the call is sent: nobody's fault
    const stale = error.code === 'UND_ERR_SOCKET' || error.code === 'ECONNRESET' || error.code === 'EPIPE';
    if (stale && !this.#repeated && this.#status === 0 && (method === 'GET' || method === 'HEAD')) {
      this.#repeated = true;
      this.#dispatch();
      return;
    }
    this.fail(away(this.#name, error));
  }
}
