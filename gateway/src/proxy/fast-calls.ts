import type { IncomingHttpHeaders } from 'node:http';
import { TIMEOUT_HEADER, readBody } from '@florin/service-kit';
import type { Config } from '../config.ts';
import { encodingFor, type Encoding } from '../edge/compression.ts';
import type { FastTable } from '../fast-path.ts';
import type { PublicOperations } from '../openapi/public-operations.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Priority } from './turns/admission.ts';
import { clientHeaderNames, upstreamHeaders } from './headers.ts';
import { credentialFault } from './routes.ts';
import { targetOf, type ServiceName, type Target } from './table.ts';
import type { Upstreams } from './upstreams.ts';

export interface FastCallOptions {
  config: Pick<Config, 'DEPLOYMENT'>;
  publicOperations: PublicOperations;
  upstreams: Upstreams;
  sessions: Pick<Sessions, 'sign'>;
}

/** Larger bodies, and those of unknown length, are streamed. */
const MAX_BODY_BYTES = 64 * 1024;

/** Calls of /v1 whose body is small; not uploads and event streams. */
export function fastCalls({ config, publicOperations, upstreams, sessions }: FastCallOptions): FastTable<Target> {
  return {
    find: ({ headers }, path) => {
      if (!path.startsWith('/v1/') || lengthOf(headers) > MAX_BODY_BYTES) return undefined;
      return headers.accept?.includes('text/event-stream') === true ? undefined : targetOf(path, config);
    },
    labelOf: ({ label }) => label,
    priorityOf,
    answer: async ({ request, response, method, path, url, context, headers }, target, caller) => {
      const { service } = target;
      const bad = credentialFault(request);
      if (bad && !publicOperations.has(method, path)) throw bad;
      const length = lengthOf(request.headers);
      const body = length === 0 ? null : await readBody(request, length);
      if (body === undefined) return; // the client left
      const { requestId, traceparent } = context;
      const person = caller.session ? `${caller.session.identity.userId} ${caller.session.identity.sessionId}` : '';
      await upstreams[service].send({
        method: method,
        path: url,
        headers: [
          ...upstreamHeaders(request.headers, { caller, requestId, traceparent }, sessions, service),
          TIMEOUT_HEADER,
          String(Math.max(0, context.deadline - Date.now())),
        ],
        body,
        response,
        replyHeaders: headers.list,
        passed: clientHeaderNames(service),
        encoding: encodingOf(service, method, request.headers),
        priority: priorityOf(target),
        person,
        sameAs: method === 'GET' && person !== '' ? () => sameAs(url, request.headers) : undefined,
      });
    },
  };
}

/** What a person can do without for a moment. */
const SPARE: ReadonlySet<string> = new Set(['feed', 'notifications', 'insights', 'summaries', 'exports', 'statements']);

function priorityOf({ service, label }: Target): Priority {
  if (SPARE.has(label.slice('/v1/'.length))) return 'spare';
  return service === 'ledger' ? 'money' : 'normal';
}

/** All of a person's read that its reply depends on. */
function sameAs(url: string, headers: IncomingHttpHeaders): string {
  return JSON.stringify([url, ...VALIDATORS.map((name) => headers[name])]);
}

const VALIDATORS = [
  ...['accept', 'accept-encoding', 'accept-language', 'user-agent'],
  ...['if-match', 'if-modified-since', 'if-none-match', 'range'],
];

/** Only reads are compressed, and none of auth's: what holds a secret must not tell by its length what else it holds. */
function encodingOf(service: ServiceName, method: string, headers: IncomingHttpHeaders): Encoding | undefined {
  return method === 'GET' && service !== 'auth' ? encodingFor(headers) : undefined;
}

/** Infinity when it is not told. */
function lengthOf({ 'transfer-encoding': coding, 'content-length': length }: IncomingHttpHeaders): number {
  return coding === undefined ? Number(length ?? 0) : Number.POSITIVE_INFINITY;
}
