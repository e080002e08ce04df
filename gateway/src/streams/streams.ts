import type { ServerResponse } from 'node:http';
import type { Clock } from '@florin/service-kit';
import type { Session } from '../session/session.ts';
import { eventText, type StreamEvent } from './event-text.ts';

export interface Streams {
  /** Begins a stream; the oldest of a person who has too many ends. Nothing goes out on it before `release`. */
  open(session: Session, response: ServerResponse): OpenStream;
  send(userId: string, event: StreamEvent): void;
  /** To everybody: events may have been missed. */
  resync(): void;
  /** Ends the streams of a person whose sessions have ended. */
  endRevoked(userId: string): void;
  /** Sends a sign of life to all, and ends those whose token has. */
  beat(): void;
  /** Ends all; clients come back to another process. */
  close(): void;
  size(): number;
}

export interface OpenStream {
  /** Sends what was missed, then what came meanwhile but for `known` ids, and from then on each event as it comes. */
  release(missed: readonly StreamEvent[]): void;
}

interface Stream {
  session: Session;
  response: ServerResponse;
  /** what came before the stream was released; undefined afterwards */
  waiting: StreamEvent[] | undefined;
}

export const MAX_STREAMS_OF_PERSON = 5;
/** A client that reads so slowly has its stream cut, and asks for what it missed when it is back. */
const MAX_UNREAD_BYTES = 256 * 1024;
const MAX_WAITING = 100;

/** The event streams that end at this process, by person. */
export function createStreams({
  clock,
  isRevoked,
}: {
  clock: Clock;
  isRevoked: (session: Session) => boolean;
}): Streams {
  const register = createRegister();
  const hasEnded = ({ session }: Stream): boolean => session.expiresAt <= clock().getTime() || isRevoked(session);
  const end = (stream: Stream, last = ''): void => {
    register.leave(stream);
    stream.response.end(last);
  };
  const write = (stream: Stream, text: string): void => {
    if (hasEnded(stream)) end(stream);
    else if (stream.response.writableLength > MAX_UNREAD_BYTES) stream.response.destroy();
    else stream.response.write(text);
  };
  const deliver = (stream: Stream, event: StreamEvent): void => {
    if (!stream.waiting) write(stream, eventText(event));
    else if (stream.waiting.length < MAX_WAITING) stream.waiting.push(event);
  };

  return {
    open: (session, response) => {
      const stream: Stream = { session, response, waiting: [] };
      const streams = register.join(stream);
      response.on('close', () => {
        register.leave(stream);
      });
      const [oldest] = streams;
      if (streams.size > MAX_STREAMS_OF_PERSON && oldest) end(oldest, 'event: replaced\ndata: {}\n\n');
      return {
        release: (missed) => {
          const known = new Set(missed.map(({ id }) => id));
          const waiting = (stream.waiting ?? []).filter(({ id }) => id === undefined || !known.has(id));
          stream.waiting = undefined;
          for (const event of [...missed, ...waiting]) write(stream, eventText(event));
        },
      };
    },
    send: (userId, event) => {
      for (const stream of register.of(userId)) deliver(stream, event);
    },
    resync: () => {
      for (const stream of register.all()) deliver(stream, { event: 'resync', data: {} });
    },
    endRevoked: (userId) => {
      for (const stream of register.of(userId)) if (hasEnded(stream)) end(stream);
    },
    beat: () => {
      for (const stream of register.all()) write(stream, ':\n\n');
    },
    close: () => {
      for (const stream of register.all()) end(stream);
    },
    size: () => register.all().length,
  };
}

/** Who has which streams, the oldest first. */
function createRegister() {
  const byPerson = new Map<string, Set<Stream>>();
  return {
    /** the person's streams, this one the last */
    join: (stream: Stream): ReadonlySet<Stream> => {
      const { userId } = stream.session.identity;
      const streams = byPerson.get(userId) ?? new Set();
      byPerson.set(userId, streams.add(stream));
      return streams;
    },
    leave: (stream: Stream): void => {
      const { userId } = stream.session.identity;
      const streams = byPerson.get(userId);
      streams?.delete(stream);
      if (streams?.size === 0) byPerson.delete(userId);
    },
    of: (userId: string): Stream[] => [...(byPerson.get(userId) ?? [])],
    all: (): Stream[] => [...byPerson.values()].flatMap((streams) => [...streams]),
  };
}
