import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { accountOptions, cleanEnvironment } from './cluster.ts';
import type { Place } from './place.ts';

/**
 * A shell that waits on a pipe from us and shuts PostgreSQL down when the pipe breaks: so a `kill -9` of this process
 * leaves no server behind for ever. Gives what calls it off. Windows has no such shell: there the next start cleans up.
 */
export function watch(pid: number, place: Place): () => void {
  if (process.platform === 'win32') return () => undefined;
  const shell: ChildProcess = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0"', String(pid)], {
    ...accountOptions(place),
    env: cleanEnvironment(),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without /bin/sh there is no watchdog, and everything else goes on.
  shell.on('error', () => undefined);
  shell.stdin?.on('error', () => undefined);
  shell.unref();
  (shell.stdin as Socket | null)?.unref();
  return () => void shell.kill('SIGKILL');
}
