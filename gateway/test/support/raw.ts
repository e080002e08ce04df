import { connect } from 'node:net';

/** Sends bytes as they are and resolves with all that came back until the server closed or `quietMs` passed. */
export function sendRaw(port: number, bytes: string | Buffer, quietMs = 1_500): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let reply = '';
    const end = () => {
      socket.destroy();
      resolve(reply);
    };
    socket.setTimeout(quietMs, end);
    socket.on('data', (chunk: Buffer) => (reply += chunk.toString('latin1')));
    socket.on('error', end);
    socket.on('close', end);
    socket.write(bytes);
  });
}
