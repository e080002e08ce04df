import { FlorinError } from '@florin/errors';
import { runInTrace } from '@florin/messaging';
import type { Lane } from '../../domain/kinds.ts';
import { DeliveryRefused, MAX_ATTEMPTS, retryWaitMs } from '../../domain/message.ts';
import type { Deps } from '../index.ts';
import type { Claimed } from './ports.ts';

/** longer than any transport's own limit */
const LEASE_MS = 60_000;

/**
 * Sends the message of the lane that is due longest; returns false when none is due. A refused one is given up at once; after any
 * other failure it is tried again with growing waits, seven times at most. A crash between sending and noting it sends
 * again after the lease.
 */
export async function deliverMessage(deps: Deps, lane: Lane): Promise<boolean> {
  const { messages, clock } = deps;
  const now = clock();
  const message = await messages.claim(lane, now, new Date(now.getTime() + LEASE_MS));
  if (!message) return false;
  const work = { service: 'notify', name: `send ${message.channel}`, kind: 'client' } as const;
  const deliver = () => deliverClaimed(deps, lane, message);
  await (message.trace ? runInTrace(message.trace, deliver, work) : deliver());
  return true;
}

async function deliverClaimed(deps: Deps, lane: Lane, message: Claimed): Promise<void> {
  const { messages, clock, logger } = deps;
  const transports = deps.transports[lane];
  const about = { messageId: message.id, kind: message.kind, channel: message.channel, attempt: message.attempts };
  if (message.notAfter && message.notAfter <= clock()) {
    await giveUp(deps, message, 'expired', 'it was of no use any more before it could be sent');
    logger.warn(about, 'message expired');
    return;
  }
  try {
    await transports[message.channel].send(message);
    await messages.markSent(message.id, clock());
    logger.info({ ...about, by: transports[message.channel].name }, 'message sent');
  } catch (error) {
    logger.warn({ ...about, reason: reasonOf(error) }, 'message not sent');
    await onFailure(deps, message, error);
  }
}

async function onFailure(deps: Deps, message: Claimed, error: unknown): Promise<void> {
  const refused = error instanceof DeliveryRefused;
  if (refused && error.addressGone && message.channel === 'push') await deps.contacts.forgetPushToken(message.to);
  if (refused || message.attempts >= MAX_ATTEMPTS) await giveUp(deps, message, 'failed', reasonOf(error));
  else {
    const at = new Date(deps.clock().getTime() + retryWaitMs(message.attempts));
    await deps.messages.retryAt(message.id, at, reasonOf(error));
  }
}

async function giveUp(
  { messages, makeEvent, wakeRelay }: Deps,
  message: Claimed,
  status: 'failed' | 'expired',
  reason: string,
): Promise<void> {
  const { id, userId, channel } = message;
  const told = { messageId: id, userId, channel, reason: reason.slice(0, 300) };
  await messages.giveUp(id, status, reason, makeEvent('notify.delivery-failed.v1', id, told));
  wakeRelay();
}

/** What went wrong, without the message: a provider's error may quote it, so only known texts are shown whole. */
function reasonOf(error: unknown): string {
  if (error instanceof DeliveryRefused || error instanceof FlorinError) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
