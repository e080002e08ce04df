import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { NextFunction, Request, Response } from 'express';
import { createProxyMiddleware, type Plugin } from 'http-proxy-middleware';
import { createBreaker, currentContext, type Metrics } from '@florin/service-kit';
import { refuseBody, tooLarge } from '../edge/body.ts';
import { pairs } from '../edge/header-list.ts';
import { callerOf } from '../edge/caller.ts';
import type { Sessions } from '../session/sessions.ts';
import { createDispatcher, type Call } from './dispatcher.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { clientHeaderNames, upstreamHeaders } from './headers.ts';
import { createTurns } from './turns/index.ts';
import type { TimeUpstream } from './timing.ts';

export interface UpstreamOptions {
  name: string;
  url: string;
  timeoutMs: number;
  sessions: Pick<Sessions, 'sign'>;
  metrics: Metrics;
  time: TimeUpstream;
}

export interface Upstream {
  /** Streams the request there and the reply back; calls `next` with the failure when nothing was sent to the client yet. */
  handle(request: Request, response: Response, next: NextFunction, maxBodyBytes: number): void;
  /** Sends a call whose body is whole; rejects with the failure when nothing was sent to the client yet. */
  send(call: Call): Promise<void>;
  state(): 'closed' | 'open' | 'half-open';
  stop(): void;
}

const EXCHANGE = Symbol('exchange');
type Exchanged = Request & { [EXCHANGE]?: Exchange };

/** A service behind a proxy with keep-alive connections, time-outs and a circuit breaker, which both ways there share. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const { name, url, timeoutMs, sessions, time } = options;
  const pool = { keepAlive: true, maxSockets: 256, maxFreeSockets: 64, scheduling: 'lifo' as const };
  const agent = url.startsWith('https:') ? new HttpsAgent(pool) : new HttpAgent(pool);
  const breaker = createBreaker(name);
  // a service may be called both ways: over this proxy, and over gRPC, whose breaker has the service's bare name
  options.metrics.watchBreaker(`${name} http`, () => breaker.state());
  const dispatcher = createDispatcher({ name, url, timeoutMs });
  const inTurn = createTurns(name, dispatcher, { timed: (work) => time(name, () => breaker.run(work)) });
  const proxy = createProxyMiddleware<Request, Response>({
    target: url,
    agent,
    changeOrigin: true,
    // its own plugins answer errors in plain text and log by themselves
    ejectPlugins: true,
    plugins: [watch(name, (request, response) => void proxy(request, response))],
  });

  const run = (request: Exchanged, response: Response, maxBodyBytes: number): Promise<void> => {
    const exchange = createExchange(request, response, { upstream: name, timeoutMs, maxBodyBytes });
    request[EXCHANGE] = exchange;
    const { requestId = '', traceparent = '' } = currentContext() ?? {};
    const context = { caller: callerOf(request), requestId, traceparent };
    const transfer = request.headers['transfer-encoding'];
    request.headers = {
      ...Object.fromEntries(pairs(upstreamHeaders(request.headers, context, sessions, name))),
      ...(transfer === undefined ? {} : { 'transfer-encoding': transfer }),
    };
    void proxy(request, response);
    return exchange.done;
  };
  return {
    state: () => breaker.state(),
    stop: () => {
      breaker.stop();
      agent.destroy();
      dispatcher.stop();
    },
    send: inTurn,
    handle: (request, response, next, maxBodyBytes) => {
      if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) {
        refuseBody(request);
        next(tooLarge(maxBodyBytes));
        return;
      }
      time(name, () => breaker.run(() => run(request, response, maxBodyBytes))).catch((error: unknown) => {
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
  const names = clientHeaderNames(service);
  return (server) => {
    server.on('proxyReq', (upstream, request) => exchangeOf(request)?.sending(upstream));
    server.on('proxyRes', (reply, request, response) => {
      const exchange = exchangeOf(request);
      exchange?.replying(reply);
      // the server asks for it while it stops
      const closes = (exchange?.closes ?? true) || response.getHeader('connection') === 'close';
      const { 'transfer-encoding': transfer } = reply.headers;
      reply.headers = {
        ...Object.fromEntries(Object.entries(reply.headers).filter(([header]) => names.has(header))),
        ...(transfer === undefined ? {} : { 'transfer-encoding': transfer }),
        connection: closes ? 'close' : 'keep-alive',
      };
    });
    server.on('error', (error, request, response) => {
      if (request && exchangeOf(request)?.broke(error)) again(request, response as Response);
    });
    server.on('econnreset', (error, request) => exchangeOf(request)?.broke(error));
  };
}
