import type { Socket } from 'node:net';
import { once } from 'node:events';
import { errorReply, execute } from './commands/index.ts';
import type { CommandContext } from './commands/context.ts';
import type { Journal } from './journal/journal.ts';
import { PARTIAL_MESSAGE_MS } from './limits.ts';
import { encodeResult } from './values/doc.ts';
import { decodeMessage, encodeReply, HEADER_BYTES, messageLength } from './wire.ts';

/** Answers are sent when what the command wrote is on disk. */
async function answer(message: Buffer, context: CommandContext, journal: Journal): Promise<Buffer | undefined> {
  const request = decodeMessage(message);
  const before = journal.appended;
  let reply = execute(request.body, context);
  if (journal.appended !== before) {
    try {
      await journal.flushed();
    } catch (error) {
      reply = encodeResult(errorReply(error));
    }
  }
  return request.silent ? undefined : encodeReply(request, reply);
}

/** Splits what arrives into whole messages, however it was cut on its way. */
async function* messages(socket: Socket): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = HEADER_BYTES;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= needed) {
      const all: Buffer = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size);
      const length = messageLength(all);
      if (size < length) {
        [chunks, needed] = [[all], length];
        break;
      }
      yield all.subarray(0, length);
      const rest = all.subarray(length);
      [chunks, size, needed] = [rest.length > 0 ? [rest] : [], rest.length, HEADER_BYTES];
    }
    socket.setTimeout(size > 0 ? PARTIAL_MESSAGE_MS : 0);
  }
}

/**
 * Serves one client until it leaves. Its commands run one after the other; anything that is no message ends this
 * connection and no other.
 */
export async function serveConnection(socket: Socket, context: CommandContext, journal: Journal): Promise<void> {
  socket.setNoDelay(true);
  socket.on('timeout', () => socket.destroy());
  for await (const message of messages(socket)) {
    const reply = await answer(message, context, journal);
    if (reply && !socket.write(reply)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
}
