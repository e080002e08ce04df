import { isFlorinError } from '@florin/errors';
import type { Pool } from 'undici';
import { compress, isCompressible, weak } from '../../edge/compression.ts';
import type { Call } from '../dispatcher.ts';
import { away, isUpstreamAway, late } from '../failures.ts';

/** A service's reply, held for several. */
export interface WholeReply {
  status: number;
  headers: readonly string[];
  body: Buffer;
}

/** A longer reply is not held for many: each then asks for itself. */
const MOST_SHARED_BYTES = 1024 * 1024;

/** Asks once for all; undefined when the reply is too long to be held, or its length is not told. */
export async function askOnce(
  pool: Pool,
  [call]: readonly Call[],
  { name, timeoutMs }: { name: string; timeoutMs: number },
): Promise<WholeReply | undefined> {
  if (!call) return undefined;
  const { path, headers, passed, encoding } = call;
  const limits = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  try {
    const reply = await pool.request({ method: 'GET', path, headers, ...limits });
    const { 'content-length': length, 'content-type': type } = reply.headers;
    const contentType = typeof type === 'string' ? type : undefined;
    if (isUpstreamAway(reply.statusCode, contentType)) throw away(name);
    if (!(Number(length) <= MOST_SHARED_BYTES)) {
      reply.body.destroy();
      return undefined;
    }
    const whole = Buffer.from(await reply.body.arrayBuffer());
    const kept = Object.entries(reply.headers).flatMap(([header, value]) =>
      passed.has(header) && header !== 'content-length' ? [value ?? []].flat().flatMap((each) => [header, each]) : [],
    );
    const isSmaller = encoding && reply.statusCode === 200 && !('content-encoding' in reply.headers);
    if (!isSmaller || !isCompressible(contentType, whole.length)) {
      return { status: reply.statusCode, headers: kept, body: whole };
    }
    const own = ['Content-Encoding', encoding, 'Vary', 'Accept-Encoding'];
    return { status: 200, headers: [...kept.map(weak), ...own], body: await compress(whole, encoding) };
  } catch (error) {
    if (isFlorinError(error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw code?.endsWith('_TIMEOUT') && code !== 'UND_ERR_CONNECT_TIMEOUT'
      ? late(name, error)
      : away(name, error as Error);
  }
}

/** Writes the reply to one of those who asked. */
export function answerWith({ status, headers, body }: WholeReply, { response, replyHeaders }: Call): void {
  if (response.destroyed) return;
  const length = status === 204 || status === 304 ? [] : ['Content-Length', String(body.length)];
  response.writeHead(status, [...replyHeaders, ...headers, ...length]).end(body);
}
