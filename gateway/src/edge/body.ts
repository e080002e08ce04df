import type { IncomingMessage } from 'node:http';
import { FlorinError } from '@florin/errors';

const DRAIN_IDLE_MS = 2_000;
const DRAIN_MS = 10_000;

/**
 * Lets the rest of an unwanted body run into nothing, so that the client reads the reply; cuts the connection when the
 * client pauses or goes on for too long. Not by `Connection: close`: Node then closes with the reply, and a client
 * that is still sending may lose it to a broken pipe.
 */
export function refuseBody(request: IncomingMessage): void {
  const cut = (): void => void request.socket.destroy();
  const idle = setTimeout(cut, DRAIN_IDLE_MS);
  const most = setTimeout(cut, DRAIN_MS);
  const done = (): void => {
    clearTimeout(idle);
    clearTimeout(most);
    request.socket.off('close', done);
  };
  request.unpipe();
  request.on('data', () => idle.refresh()).once('end', done);
  request.socket.once('close', done);
  request.resume();
}

export function tooLarge(maxBodyBytes: number): FlorinError {
  return new FlorinError('PAYLOAD_TOO_LARGE', `The request body must have at most ${maxBodyBytes} bytes`);
}
