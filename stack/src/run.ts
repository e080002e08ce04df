import { ConfigError } from '@florin/service-kit';
import { settleDown } from '@florin/service-kit/start';
import { readStackConfig, type StackConfig } from './config.ts';
import { createProgress } from './progress.ts';
import type { Stack } from './stack.ts';

const STOP_LIMIT_MS = 5_000;
/** A terminal signals the whole process group and npm passes its own on: one Ctrl-C may arrive twice. */
const SAME_KEYPRESS_MS = 300;

const progress = createProgress(process.stdout);
let stack: Stack | undefined;
let stoppingSince = 0;

function onSignal(): void {
  if (stoppingSince > 0) {
    if (performance.now() - stoppingSince > SAME_KEYPRESS_MS) process.exit(130);
    return;
  }
  stoppingSince = performance.now();
  progress.say('\nStopping (Ctrl-C again to stop at once)');
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  void (stack?.stop() ?? Promise.resolve()).then(() => {
    progress.say('Stopped');
    process.exit(0);
  });
}

process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);

let config: StackConfig | undefined;
try {
  config = readStackConfig(process.env);
  progress.say('Starting Florin');
  const { createStack } = await import('./stack.ts');
  stack = createStack(config, progress);
  progress.say(banner(await stack.start(), config.HOST));
  settleDown();
} catch (error) {
  if (stoppingSince === 0) {
    process.stderr.write(`\n${explain(error, config)}\n`);
    process.exit(1);
  }
}

function banner({ url, places }: { url: string; places: string[] }, host: string): string {
  return `
Florin is ready after ${(performance.now() / 1000).toFixed(1)} s

  App        ${url}${host === '127.0.0.1' ? '' : `  (on ${host})`}
  API        ${url}/docs
  Mailbox    ${url}/dev/mailbox
  Browsers   pages of http://localhost:* and http://127.0.0.1:* may call; others by ALLOWED_ORIGINS
  Data       ${places.join('\n             ')}

  npm run demo fills it with two friends; Ctrl-C stops it.`;
}

function explain(error: unknown, given: StackConfig | undefined): string {
  const { code, port, address, message } = error as {
    code?: string;
    port?: number;
    address?: string;
    message?: string;
  };
  if (code === 'EADDRINUSE' && port === given?.PORT) {
    return `Port ${String(port)} on ${address ?? 'this machine'} is busy. Choose another: PORT=${Number(port) + 1} npm start`;
  }
  if (error instanceof ConfigError) return error.message;
  return `Florin could not start: ${message ?? String(error)}`;
}
