import { dataLock } from '@florin/embedded';
import { createLogger } from '@florin/service-kit';
import { ensureBuilt } from '@florin/web/build';
import type { StackConfig } from './config.ts';
import { openLog } from './log.ts';
import { assertPortFree } from './ports.ts';
import type { Progress } from './progress.ts';
import { installationSecret, rememberForAdmin } from './secret.ts';
import { busOf, composeStack } from './services.ts';
import { startStores } from './stores.ts';

export interface Stack {
  /** Starts everything and returns where it is. When something can't start, what had started is stopped. */
  start(): Promise<{ url: string; places: string[] }>;
  /** Drains the gateway, then the services, then the stores; also in the middle of a start. */
  stop(): Promise<void>;
}

/** All of Florin in this process. */
export function createStack(config: StackConfig, progress: Progress): Stack {
  const stops: (() => Promise<unknown>)[] = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  /** Remembers how to stop what was just started, or stops it at once when `stop` was called meanwhile. */
  const undo = async (stopStarted: () => Promise<unknown>) => {
    stops.push(stopStarted);
    if (!stopping) return;
    await stop();
    throw new Error('stopped while starting');
  };
  const start = async () => {
    await assertPortFree(config.PORT, config.HOST);
    const lock = await dataLock(config.FLORIN_DATA);
    await undo(() => lock.release());
    const secret = config.INTERNAL_SECRET ?? (await installationSecret(config.FLORIN_DATA));
    const { stream, file } = openLog(config.FLORIN_DATA, process.stderr);
    const web = buildWeb(progress);
    const stores = await startStores(config, progress);
    await undo(() => stores.stop());
    // the gateway reads the build when it is composed
    await web;
    await rememberForAdmin(config.FLORIN_DATA, {
      ...busOf(config, stores),
      POSTGRES_URL: stores.postgresUrl('auth'),
      LEDGER_POSTGRES_URL: stores.postgresUrl('ledger'),
      INTERNAL_SECRET: secret,
    });
    const { services, gateway } = await composeStack(config, stores, secret, createLogger('stack', 'info', stream));
    await undo(() => Promise.all(services.map(({ service }) => service.stop())));
    await Promise.all(services.map(({ name, service }) => progress.step(name, () => service.start())));
    await undo(() => gateway.stop());
    await progress.step('gateway', () => gateway.start());
    return { url: `http://localhost:${config.PORT}`, places: [config.FLORIN_DATA, ...stores.notes, file] };
  };
  return {
    stop,
    start: () =>
      start().catch(async (error: unknown) => {
        await stop();
        throw error;
      }),
  };
}

/** An app that can't be built stops nobody from using the API. */
async function buildWeb(progress: Progress): Promise<void> {
  const build = () => ensureBuilt().catch((error: unknown) => `not built: ${String(error)}`);
  await progress.step('web app', build, (result) => result);
}
