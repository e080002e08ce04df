import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { loadProto, type LedgerServiceDefinition } from '@florin/proto';
import { createGrpcClient, createServiceTokens, type GrpcClient } from '@florin/service-kit';
import { TEST_SECRET, freePorts, waitFor } from '@florin/testing';

const MAIN = join(import.meta.dirname, '../../../services/ledger/src/main.ts');

export interface LedgerProcess {
  rpc: GrpcClient<LedgerServiceDefinition>;
  /** SIGKILL, then a new process on the same ports. */
  killAndRestart(): Promise<void>;
  /** times it ended by itself after it had been ready */
  diedAlone(): number;
  stop(): Promise<void>;
}

/** A ledger as a process of its own. A start that fails, because the database is down, is tried again. */
export async function startLedgerProcess(environment: Record<string, string>): Promise<LedgerProcess> {
  const [http, grpc] = (await freePorts(2)) as [number, number];
  let child: ChildProcess | undefined;
  let wanted = true;
  let diedAlone = 0;
  const isReady = () =>
    fetch(`http://127.0.0.1:${http}/healthz`).then(
      (reply) => reply.ok,
      () => false,
    );
  const start = async (): Promise<void> => {
    while (wanted) {
      const started = spawn(process.execPath, [MAIN], {
        env: { ...process.env, ...environment, HTTP_PORT: String(http), GRPC_PORT: String(grpc), NODE_OPTIONS: '' },
        stdio: ['ignore', process.env['BANK_LOG'] ? 'inherit' : 'ignore', 'inherit'],
      });
      child = started;
      const exited = new Promise<boolean>((resolve) => started.once('exit', () => resolve(false)));
      const ready = waitFor(isReady, { timeoutMs: 60_000, what: 'the ledger' }).then(() => true);
      if (await Promise.race([ready, exited])) {
        started.once('exit', (_code, signal) => {
          if (signal !== 'SIGKILL' && signal !== 'SIGTERM' && wanted && child === started) diedAlone += 1;
        });
        return;
      }
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await exited;
  };
  await start();
  const rpc = createGrpcClient<LedgerServiceDefinition>({
    address: `127.0.0.1:${grpc}`,
    target: 'ledger',
    definition: loadProto('ledger'),
    tokens: createServiceTokens(TEST_SECRET, 'bank'),
    timeoutMs: 8_000,
  });
  return {
    rpc,
    diedAlone: () => diedAlone,
    killAndRestart: async () => {
      await end('SIGKILL');
      await start();
    },
    stop: async () => {
      wanted = false;
      rpc.close();
      await end('SIGTERM');
    },
  };
}
