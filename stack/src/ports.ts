import { createServer, type Server } from 'node:net';

function listen(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}

const close = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

/** Throws the listen error (EADDRINUSE, EACCES) when the address can't be listened on, before anything is started. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  await close(await listen(port, host));
}
