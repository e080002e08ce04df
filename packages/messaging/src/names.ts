import { isEventType, type FlorinEvent } from '@florin/contracts';
import type { Consumer } from './bus.ts';

/** Throws unless `name` may prefix exchanges, queues and schemas on both brokers. */
export function checkNamespace(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(name))
    throw new TypeError(`namespace: ${JSON.stringify(name)} must match [a-z][a-z0-9_]*, at most 40 characters`);
  return name;
}

/** Throws for a consumer that could not be declared, naming the field at fault. */
export function checkConsumer(consumer: Consumer): Consumer {
  const fault = faultOf(consumer);
  if (fault !== null) throw new TypeError(`consumer ${JSON.stringify(consumer.name)}: ${fault}`);
  return consumer;
}

function faultOf({ name, types, maxAttempts = 1 }: Consumer): string | null {
  if (!isConsumerName(name)) return 'name must match [a-z0-9][a-z0-9.-]*, at most 60 characters';
  if (name.endsWith('.dead')) return 'name must not end in .dead, which names its dead letters';
  if (types.length === 0) return 'types must not be empty';
  const unknown = types.filter((type: string) => !isEventType(type));
  if (unknown.length > 0) return `types has no event ${unknown.join(', ')}`;
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1) return 'maxAttempts must be a whole number from 1';
  return null;
}

export function isConsumerName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{0,59}$/.test(name);
}

/** Size of a page of dead letters: default 50, 1 to 1000. */
export function checkLimit(limit = 50): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new TypeError('limit: must be a whole number from 1 to 1000');
  return limit;
}

/** False for an event that an earlier version of the consumer asked for and that still sat in its queue. */
export function wants(consumer: Consumer, event: FlorinEvent): boolean {
  return (consumer.types as readonly string[]).includes(event.type);
}
