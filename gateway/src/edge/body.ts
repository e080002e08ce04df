import type { IncomingMessage, ServerResponse } from 'node:http';
import { FlorinError } from '@florin/errors';

const DRAIN_MS = 2_000;

/** Lets the rest of an unwanted body run into nothing for a moment, so that the client reads the reply, then cuts. */
export function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
  request.unpipe();
  request.resume();
  const cut = setTimeout(() => {
    request.socket.destroy();
  }, DRAIN_MS);
  request.socket.once('close', () => {
    clearTimeout(cut);
  });
}

export function tooLarge(maxBodyBytes: number): FlorinError {
  return new FlorinError('PAYLOAD_TOO_LARGE', `The request body must have at most ${maxBodyBytes} bytes`);
}
