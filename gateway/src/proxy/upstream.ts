import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { NextFunction, Request, Response } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import type { Plugin } from 'http-proxy-middleware';
import { createBreaker } from '@florin/service-kit';
import { refuseBody, tooLarge } from '../edge/body.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Exchange } from './exchange.ts';
import { createExchange } from './exchange.ts';
import { clientHeaders, upstreamHeaders } from './headers.ts';

export interface UpstreamOptions {
  name: string;
  url: string;
  timeoutMs: number;
  maxBodyBytes: number;
  sessions: Pick<Sessions, 'sign'>;
}

export interface Upstream {
  /** Sends the request there and streams the reply back; calls `next` with the failure when nothing was sent yet. */
  handle(request: Request, response: Response, next: NextFunction): void;
  state(): 'closed' | 'open' | 'half-open';
  stop(): void;
}

const EXCHANGE = Symbol('exchange');
type Exchanged = Request & { [EXCHANGE]?: Exchange };

/** A service behind a proxy with keep-alive connections, time-outs and a circuit breaker. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const { name, url, timeoutMs, maxBodyBytes, sessions } = options;
  const pool = { keepAlive: true, maxSockets: 256, maxFreeSockets: 64, scheduling: 'lifo' as const };
  const agent = url.startsWith('https:') ? new HttpsAgent(pool) : new HttpAgent(pool);
  const breaker = createBreaker(name);
  const proxy = createProxyMiddleware<Request, Response>({
    target: url,
    agent,
    changeOrigin: true,
    // its own plugins answer errors in plain text and log by themselves
    ejectPlugins: true,
    plugins: [watch(name, (request, response) => void proxy(request, response))],
  });

  const run = (request: Exchanged, response: Response): Promise<void> => {
    const exchange = createExchange(request, response, { upstream: name, timeoutMs, maxBodyBytes });
    request[EXCHANGE] = exchange;
    request.headers = upstreamHeaders(request, sessions, name);
    void proxy(request, response);
    return exchange.done;
  };
  return {
    state: () => breaker.state(),
    stop: () => {
      breaker.stop();
      agent.destroy();
    },
    handle: (request, response, next) => {
      if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) {
        refuseBody(request);
        next(tooLarge(maxBodyBytes));
        return;
      }
      breaker
        .run(() => run(request, response))
        .catch((error: unknown) => {
          if (response.headersSent) response.destroy();
          else {
            if (!request.complete) refuseBody(request);
            next(error);
          }
        });
    },
  };
}

function watch(service: string, again: (request: Request, response: Response) => void): Plugin<Request, Response> {
  const exchangeOf = (request: Exchanged | undefined) => request?.[EXCHANGE];
  return (server) => {
    server.on('proxyReq', (upstream, request) => exchangeOf(request)?.sending(upstream));
    server.on('proxyRes', (reply, request, response) => {
      const exchange = exchangeOf(request);
      exchange?.replying(reply);
      // the server asks for it while it stops
      const closes = (exchange?.closes ?? true) || response.getHeader('connection') === 'close';
      reply.headers = clientHeaders(reply.headers, closes, service);
    });
    server.on('error', (error, request, response) => {
      if (request && exchangeOf(request)?.broke(error)) again(request, response as Response);
    });
    server.on('econnreset', (error, request) => exchangeOf(request)?.broke(error));
  };
}
