import { ConfigError } from '../config-error.ts';
import type { Logger } from '../logger.ts';
import type { Service } from './lifecycle.ts';
import { keepCompiled, settleDown } from './start-up.ts';

const STOP_LIMIT_MS = 5_000;

/**
 * Runs a service as a process: loads and composes it, starts it, and on SIGINT or SIGTERM stops it within 5 s, after its
 * lame-duck time. A second signal ends the process
 * at once. A faulty environment or a failed start prints one line and exits with 1.
 */
export async function runMain(load: () => Promise<{ service: Service; logger: Logger }>): Promise<void> {
  keepCompiled();
  try {
    const { service, logger } = await load();
    let stopping = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (stopping) process.exit(130);
      stopping = true;
      logger.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), (service.lameDuckMs ?? 0) + STOP_LIMIT_MS).unref();
      void service.stop().then(() => process.exit(0));
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    process.on('unhandledRejection', (error) => {
      logger.fatal({ err: error }, 'unhandled rejection');
      process.exit(1);
    });
    await service.start();
    logger.info('ready');
    settleDown();
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : startFailure(error)}\n`);
    process.exit(1);
  }
}

function startFailure(error: unknown): string {
  const known = error as { code?: string; port?: number; message?: string };
  if (known.code === 'EADDRINUSE')
    return `Port ${String(known.port)} is busy. Choose another with HTTP_PORT or GRPC_PORT.`;
  return `Could not start: ${error instanceof Error ? error.message || String(known.code) : String(error)}`;
}
