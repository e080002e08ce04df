import { FlorinError } from '@florin/errors';
import type { Clock, Logger } from '@florin/service-kit';
import { DeliveryRefused, MAX_ATTEMPTS, retryWaitMs } from '../domain/message.ts';
import type { Claimed, ContactStore, FailureEvent, MessageStore, Transports } from './ports.ts';

export interface DispatchDeps {
  messages: MessageStore;
  contacts: Pick<ContactStore, 'forgetPushToken'>;
  transports: Transports;
  clock: Clock;
  logger: Logger;
  failureEvent: FailureEvent;
  /** tells the relay of a failure event */
  onFailed: () => void;
}

/** longer than any transport's own limit */
const LEASE_MS = 60_000;

/**
 * Sends the message that is due longest; false when none is. A refused one is given up at once, another failure is
 * tried again with growing waits, seven times at most. A crash in between sends again after the lease.
 */
export function createDispatchOne(deps: DispatchDeps): () => Promise<boolean> {
  const { messages, transports, clock, logger } = deps;
  return async () => {
    const now = clock();
    const message = await messages.claim(now, new Date(now.getTime() + LEASE_MS));
    if (!message) return false;
    const about = { messageId: message.id, kind: message.kind, channel: message.channel, attempt: message.attempts };
    if (message.notAfter && message.notAfter <= now) {
      await giveUp(deps, message, 'expired', 'it was of no use any more before it could be sent');
      logger.warn(about, 'message expired');
      return true;
    }
    try {
      await transports[message.channel].send(message);
      await messages.sent(message.id, clock());
      logger.info({ ...about, by: transports[message.channel].name }, 'message sent');
    } catch (error) {
      logger.warn({ ...about, reason: reasonOf(error) }, 'message not sent');
      await onFailure(deps, message, error);
    }
    return true;
  };
}

async function onFailure(deps: DispatchDeps, message: Claimed, error: unknown): Promise<void> {
  const refused = error instanceof DeliveryRefused;
  if (refused && error.addressGone && message.channel === 'push') await deps.contacts.forgetPushToken(message.to);
  if (refused || message.attempts >= MAX_ATTEMPTS) await giveUp(deps, message, 'failed', reasonOf(error));
  else {
    const at = new Date(deps.clock().getTime() + retryWaitMs(message.attempts));
    await deps.messages.retryAt(message.id, at, reasonOf(error));
  }
}

async function giveUp(
  { messages, failureEvent, onFailed }: DispatchDeps,
  message: Claimed,
  status: 'failed' | 'expired',
  reason: string,
): Promise<void> {
  await messages.failed(message.id, status, reason, failureEvent(message, reason));
  onFailed();
}

/** What went wrong without the message: a provider's error may quote it, so only known texts are shown whole. */
function reasonOf(error: unknown): string {
  if (error instanceof DeliveryRefused || error instanceof FlorinError) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/** Runs `dispatchOne` while messages are due, a few at a time; looks again after a nudge and every second. */
export function createDispatcher(
  dispatchOne: () => Promise<boolean>,
  logger: Logger,
  { lanes = 4, pollMs = 1_000 }: { lanes?: number; pollMs?: number } = {},
) {
  let stopping = false;
  let news = 0;
  const resting = new Set<() => void>();
  let running: Promise<void>[] = [];

  const rest = async (seen: number) => {
    if (stopping || news !== seen) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        resting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, pollMs);
      resting.add(wake);
    });
  };
  const nudge = () => {
    news += 1;
    for (const wake of [...resting]) wake();
  };
  const isStopping = () => stopping;
  const lane = async () => {
    while (!isStopping()) {
      const seen = news;
      try {
        if (await dispatchOne()) continue;
      } catch (error) {
        logger.error({ err: error }, 'dispatching failed');
      }
      await rest(seen);
    }
  };
  return {
    nudge,
    start: () => {
      running = Array.from({ length: lanes }, lane);
    },
    /** Waits for the messages under way. */
    stop: async () => {
      stopping = true;
      nudge();
      await Promise.all(running);
    },
  };
}
