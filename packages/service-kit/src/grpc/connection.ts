import { connect, type ClientHttp2Session, type ClientHttp2Stream, type OutgoingHttpHeaders } from 'node:http2';

/** One HTTP/2 connection to an address: made at the first stream, and anew by the next one once it is lost or going away. */
export interface Connection {
  open(headers: OutgoingHttpHeaders): ClientHttp2Stream;
  close(): void;
}

export interface ConnectionOptions {
  /** host:port */
  address: string;
  /** for a connection to be made; default 5 s */
  connectMs?: number;
  /** time between two looks whether the other side of a connection in use still lives; default 30 s */
  keepaliveMs?: number;
  /** for the other side to give a sign of life when asked; default 5 s */
  aliveMs?: number;
}

/** Connects to nothing before the first `open`. A connection does not keep the process running; a call under way does. */
export function createConnection(options: ConnectionOptions): Connection {
  const { address, connectMs = 5_000, keepaliveMs = 30_000, aliveMs = 5_000 } = options;
  const all = new Set<ClientHttp2Session>();
  let current: ClientHttp2Session | undefined;

  const make = (): ClientHttp2Session => {
    // as much memory for streams under way as they take: who calls has a limit of its own
    const session = connect(`http://${address}`, { maxSessionMemory: Number.MAX_SAFE_INTEGER });
    const forget = (): void => {
      if (current === session) current = undefined;
    };
    const giveUp = setTimeout(() => {
      session.destroy();
    }, connectMs).unref();
    const look = setInterval(requireAlive, keepaliveMs, session, aliveMs).unref();
    session.on('connect', () => {
      clearTimeout(giveUp);
    });
    session.on('goaway', forget);
    // its streams tell their callers
    session.on('error', () => undefined);
    session.on('close', () => {
      clearTimeout(giveUp);
      clearInterval(look);
      all.delete(session);
      forget();
    });
    session.unref();
    all.add(session);
    return session;
  };
  return {
    open: (headers) => {
      if (!current || current.closed || current.destroyed) current = make();
      return current.request(headers);
    },
    close: () => {
      for (const session of all) session.destroy();
    },
  };
}

/** A host that vanished never says so, and its calls would wait for TCP to give up. */
function requireAlive(session: ClientHttp2Session, aliveMs: number): void {
  if (session.connecting || session.destroyed) return;
  const cut = setTimeout(() => {
    session.destroy();
  }, aliveMs).unref();
  const sent = session.ping(() => {
    clearTimeout(cut);
  });
  if (!sent) clearTimeout(cut);
}
