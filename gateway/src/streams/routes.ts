import express, { type Request, type RequestHandler, type Router } from 'express';
import { FlorinError } from '@florin/errors';
import type { Clients } from '../clients/index.ts';
import { callerOf } from '../edge/caller.ts';
import { credentialFault } from '../proxy/routes.ts';
import { STREAM_PATH } from '../proxy/table.ts';
import { idOfNotification, readEventId, type StreamEvent } from './event-text.ts';
import type { Streams } from './streams.ts';

/** as many as a stream that was cut is told of; who missed more reads the inbox anew */
const MAX_MISSED = 50;
/** how long a client waits before it comes back, in ms */
const RETRY_MS = 2_000;
const RESYNC: StreamEvent = { event: 'resync', data: {} };

export function streamRoutes({ streams, notify }: { streams: Streams; notify: Clients['notify'] }): Router {
  const router = express.Router({ caseSensitive: true });
  router.get(STREAM_PATH, openStream(streams, notify));
  router.all(STREAM_PATH, (request, response) => {
    response.setHeader('Allow', 'GET');
    throw new FlorinError('METHOD_NOT_ALLOWED', `${request.method} is not possible here; try GET`);
  });
  return router;
}

function openStream(streams: Streams, notify: Clients['notify']): RequestHandler {
  return async (request, response) => {
    const fault = credentialFault(request);
    if (fault) throw fault;
    const { session } = callerOf(request);
    if (!session) throw new FlorinError('UNAUTHENTICATED', 'Send an access token: Authorization: Bearer <token>');
    const last = lastEventOf(request);
    if (request.method === 'HEAD') {
      response.setHeader('Content-Type', 'text/event-stream').end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // proxies pass it on as it comes
      'X-Accel-Buffering': 'no',
    });
    response.write(`retry: ${String(RETRY_MS)}\n:\n\n`);
    const stream = streams.open(session, response);
    stream.release(last ? await missedSince(last, session.identity.userId, notify) : []);
  };
}

/** A client that comes back names what it saw last, in the header, or in the query when it is a new stream. Throws INVALID_ARGUMENT. */
function lastEventOf(request: Request): { time: number; id: string } | undefined {
  const { lastEventId, ...others } = request.query;
  const [other] = Object.keys(others);
  if (other !== undefined) throw invalid(other, 'is not a known field');
  const given = request.get('last-event-id') ?? lastEventId;
  if (given === undefined || given === '') return undefined;
  const read = typeof given === 'string' ? readEventId(given) : undefined;
  if (!read) throw invalid('lastEventId', 'must be the id of an event of this stream');
  return read;
}

const invalid = (path: string, message: string) =>
  new FlorinError('INVALID_ARGUMENT', `${path}: ${message}`, { errors: [{ path, message }] });

/** Notifications since an event, oldest first; a `resync` when there are too many, or they can't be read. */
async function missedSince(
  last: { time: number; id: string },
  userId: string,
  notify: Clients['notify'],
): Promise<StreamEvent[]> {
  try {
    const { notifications } = await notify.listNotifications({ userId, limit: MAX_MISSED + 1, cursor: '' });
    const newer = notifications.filter(({ createdAt, id }) => {
      const time = Date.parse(createdAt);
      return time > last.time || (time === last.time && id > last.id);
    });
    if (newer.length > MAX_MISSED) return [RESYNC];
    return newer.reverse().map((one) => {
      const { id, kind, title, body, data, createdAt } = one;
      return { event: 'notification', id: idOfNotification(one), data: { id, kind, title, body, data, createdAt } };
    });
  } catch {
    return [RESYNC];
  }
}
