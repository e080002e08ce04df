import type { Clock, Metrics } from '@florin/service-kit';
import { Counter, Gauge } from 'prom-client';
import type { Lanes, MessageStore, Transport, Transports } from '../app/messages/ports.ts';
import { LANES } from '../domain/kinds.ts';
import { DeliveryRefused } from '../domain/message.ts';

/** Shows how many messages of each lane are due and not sent, and for how long the first of them has been. */
export function watchQueue({ registry }: Metrics, messages: Pick<MessageStore, 'due'>, clock: Clock): void {
  const due = new Gauge({
    name: 'florin_notify_due_messages',
    help: 'Messages that are due and not sent, counted up to 10000, by lane',
    labelNames: ['lane'],
    registers: [registry],
    async collect() {
      this.reset();
      late.reset();
      const now = clock();
      const found = await Promise.all(LANES.map((lane) => messages.due(lane, now))).catch(() => []);
      found.forEach(({ count, since }, index) => {
        const lane = LANES[index] ?? '';
        due.set({ lane }, count);
        late.set({ lane }, since ? Math.max(0, (now.getTime() - since.getTime()) / 1000) : 0);
      });
    },
  });
  const late = new Gauge({
    name: 'florin_notify_due_age_seconds',
    help: 'For how long the first due message has been, by lane; 0 when none is due',
    labelNames: ['lane'],
    registers: [registry],
  });
}

/** Counts what is handed to the providers, by channel and what they say. */
export function countDeliveries({ registry }: Metrics, lanes: Lanes): Lanes {
  const counter = new Counter({
    name: 'florin_notify_deliveries_total',
    help: 'Messages handed to a provider: sent, refused for good, or failed and tried again',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  });
  const counted = (channel: string, transport: Transport): Transport => ({
    name: transport.name,
    ...(transport.close ? { close: () => transport.close?.() } : {}),
    send: async (message) => {
      try {
        await transport.send(message);
        counter.inc({ channel, outcome: 'sent' });
      } catch (error) {
        counter.inc({ channel, outcome: error instanceof DeliveryRefused ? 'refused' : 'failed' });
        throw error;
      }
    },
  });
  const countedAll = (transports: Transports): Transports => ({
    email: counted('email', transports.email),
    sms: counted('sms', transports.sms),
    push: counted('push', transports.push),
  });
  return { urgent: countedAll(lanes.urgent), bulk: countedAll(lanes.bulk) };
}
