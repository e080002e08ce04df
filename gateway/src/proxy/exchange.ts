import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import type { FlorinError } from '@florin/errors';
import { tooLarge } from '../edge/body.ts';
import { away, isUpstreamAway, late } from './failures.ts';

export interface ExchangeOptions {
  /** name of the upstream, for messages */
  upstream: string;
  timeoutMs: number;
  maxBodyBytes: number;
}

/** One request on its way through the proxy: its limits, and how it ended. */
export interface Exchange {
  /** Resolves once the reply went out whole or the client left; rejects with what went wrong with the upstream. */
  done: Promise<void>;
  /** the client asked that its connection be closed after the reply */
  closes: boolean;
  sending(upstream: ClientRequest): void;
  replying(reply: IncomingMessage): void;
  /** The upstream connection broke. True when the request may safely be sent once more. */
  broke(error: NodeJS.ErrnoException): boolean;
}

/** Watches over one request: a clock until the reply begins, one between its pieces, a limit on the body's bytes. */
export function createExchange(request: IncomingMessage, response: ServerResponse, options: ExchangeOptions): Exchange {
  const { upstream: name, timeoutMs, maxBodyBytes } = options;
  const { promise: done, resolve, reject } = Promise.withResolvers<undefined>();
  let outgoing: ClientRequest | undefined;
  let repeated = false;
  let failure: FlorinError | undefined;
  let waiting = true;
  const stopClock = () => {
    waiting = false;
    clearTimeout(timer);
  };
  const fail = (error: FlorinError) => {
    failure ??= error;
    stopClock();
    reject(failure);
    outgoing?.destroy();
  };
  // also runs while the request still waits for a free connection
  const timer = setTimeout(() => fail(late(name)), timeoutMs);

  response.on('close', () => {
    stopClock();
    resolve(undefined);
  });
  return {
    done,
    closes: /\bclose\b/i.test(request.headers.connection ?? ''),
    sending: (upstream) => {
      outgoing = upstream;
      if (failure || response.destroyed) {
        upstream.destroy();
        return;
      }
      upstream.setTimeout(timeoutMs, () => {
        upstream.destroy(Object.assign(new Error('no bytes for too long'), { code: 'ETIMEDOUT' }));
      });
      // a long upload is no silence
      countBytes(request, maxBodyBytes, () => waiting && timer.refresh(), fail);
    },
    replying: (reply) => {
      stopClock();
      if (failure) {
        reply.destroy();
        return;
      }
      if (isUpstreamAway(reply.statusCode ?? 0, reply.headers['content-type'])) reject(away(name));
      reply.on('close', () => {
        if (!reply.complete && !request.socket.destroyed) reject(away(name));
      });
    },
    broke: (error) => {
      if (failure || response.destroyed) return false;
      const stale = error.code === 'ECONNRESET' && outgoing?.reusedSocket === true && !response.headersSent;
      if (stale && !repeated && (request.method === 'GET' || request.method === 'HEAD')) {
        repeated = true;
        return true;
      }
      fail(error.code === 'ETIMEDOUT' ? late(name, error) : away(name, error));
      return false;
    },
  };
}

// httpxy pipes in the same tick as it says that it sends, so no byte is lost to this listener
function countBytes(
  request: IncomingMessage,
  maxBodyBytes: number,
  heard: () => void,
  fail: (error: FlorinError) => void,
): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    heard();
    bytes += chunk.length;
    if (bytes > maxBodyBytes) fail(tooLarge(maxBodyBytes));
  });
}
