import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { backoff } from '@florin/errors';
import { createLogger, type Logger, type Service } from '@florin/service-kit';
import type { Config } from '../config.ts';
import type { ToPrimary, ToWorker } from './messages.ts';

const METRICS_MS = 1_000;
const waitAfter = backoff({ firstMs: 200, maximumMs: 10_000 });

/** The process that keeps GATEWAY_WORKERS gateways running, which share its port. It serves nothing itself. */
export function composePrimary(config: Config): { service: Service; logger: Logger } {
  const logger = createLogger('gateway', config.LOG_LEVEL);
  let stopping = false;
  let failures = 0;

  const fork = (): Worker => {
    const worker = cluster.fork();
    worker.on('message', (message: ToPrimary) => {
      if (message.kind === 'ready') failures = 0;
      if (message.kind === 'read all') void answerWithAll(worker, message.id);
    });
    worker.on('exit', (code, signal) => {
      if (stopping) return;
      failures += 1;
      const waitMs = waitAfter(failures);
      logger.error({ worker: worker.id, code, signal, waitMs }, 'a worker ended; another takes its place');
      setTimeout(() => stopping || fork(), waitMs).unref();
    });
    return worker;
  };
  return {
    logger,
    service: {
      lameDuckMs: config.LAME_DUCK_MS,
      start: async () => {
        await Promise.all(Array.from({ length: config.GATEWAY_WORKERS }, () => becomesReady(fork())));
      },
      stop: async () => {
        stopping = true;
        await Promise.all(workers().map(ended));
      },
    },
  };
}

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
const tell = (worker: Worker, message: ToWorker): void => {
  if (worker.isConnected()) worker.send(message);
};

/** Throws when it ends before. What kept it from starting it has said itself. */
async function becomesReady(worker: Worker): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: ToPrimary) => {
      if (message.kind === 'ready') resolve();
    });
    worker.once('exit', () => {
      reject(new Error('a worker of the gateway could not start'));
    });
  });
}

async function ended(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const exit = once(worker, 'exit');
  tell(worker, { kind: 'stop' });
  await exit;
}

/** Gathers what all workers measured, of those that answer in time. */
async function answerWithAll(asker: Worker, id: number): Promise<void> {
  const metrics = await Promise.all(workers().map((worker) => Promise.race([ownOf(worker, id), wait(METRICS_MS, [])])));
  tell(asker, { kind: 'all', id, metrics: metrics.filter(({ length }) => length > 0) });
}

function ownOf(worker: Worker, id: number): Promise<object[]> {
  return new Promise((resolve) => {
    const hear = (message: ToPrimary): void => {
      if (message.kind !== 'own' || message.id !== id) return;
      worker.off('message', hear);
      resolve(message.metrics);
    };
    worker.on('message', hear);
    setTimeout(() => worker.off('message', hear), METRICS_MS).unref();
    tell(worker, { kind: 'read own', id });
  });
}
