/** Writes generated/events.schema.json (JSON Schema of every event's data) and generated/asyncapi.json (AsyncAPI 3.0). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { EVENTS, EVENT_TYPES } from './src/events.ts';
import { envelopeSchema } from './src/envelope.ts';

const out = `${import.meta.dirname}/generated`;
const json = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'output' });
const write = (name: string, value: unknown) => {
  writeFileSync(`${out}/${name}`, `${JSON.stringify(value, null, 2)}\n`);
};

mkdirSync(out, { recursive: true });
write('events.schema.json', Object.fromEntries(EVENT_TYPES.map((type) => [type, json(EVENTS[type])])));
write('asyncapi.json', {
  asyncapi: '3.0.0',
  info: {
    title: 'Florin events',
    version: '1.0.0',
    description:
      'Facts on the topic exchange florin.events; the routing key is the type. Consumers drop an id they have seen.',
  },
  channels: Object.fromEntries(
    EVENT_TYPES.map((type) => [
      type,
      { address: type, messages: { [type]: { $ref: `#/components/messages/${type}` } } },
    ]),
  ),
  operations: Object.fromEntries(
    EVENT_TYPES.map((type) => [`publish ${type}`, { action: 'send', channel: { $ref: `#/channels/${type}` } }]),
  ),
  components: {
    messages: Object.fromEntries(
      EVENT_TYPES.map((type) => [
        type,
        {
          name: type,
          contentType: 'application/json',
          payload: json(envelopeSchema.extend({ type: z.literal(type), data: EVENTS[type] })),
        },
      ]),
    ),
  },
});
