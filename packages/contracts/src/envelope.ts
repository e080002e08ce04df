import { z } from 'zod';

/** A fact on the wire. `data` is checked by the schema of its `type`. */
export const envelopeSchema = z.object({
  /** uuid v7; consumers drop an id they have seen */
  id: z.uuid(),
  /** `<service>.<fact>.v<version>` */
  type: z.string().regex(/^[a-z]+\.[a-z]+(-[a-z]+)*\.v\d+$/),
  occurredAt: z.iso.datetime(),
  producer: z.string().min(1).max(40),
  /** events of one aggregate are handled in the order they were published */
  aggregateId: z.string().min(1).max(100),
  correlationId: z.string().min(1).max(100),
  causationId: z.string().min(1).max(100).nullable(),
  traceparent: z.string().max(60).nullable(),
  data: z.record(z.string(), z.unknown()),
});

export type Envelope = z.infer<typeof envelopeSchema>;
