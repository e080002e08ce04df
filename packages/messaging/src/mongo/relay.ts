import type { Collection, Connection } from 'mongoose';
import { createJob } from '@florin/service-kit';
import { MAX_BACKLOG, RELAY_RETRY, type Relay, type RelayOptions } from '../bus.ts';
import { createLease } from './lease.ts';
import type { OutboxDocument } from './outbox.ts';

/** documents read at a time, from each collection */
const PAGE = 100;
const PENDING = { 'outbox.id': { $exists: true } };

type Source = Collection<OutboxDocument>;

/**
 * Moves events from the `outbox` arrays of documents to the bus: publishes with confirms, then pulls them out by id.
 * A crash in between publishes again; nothing is lost. Events of one document keep their order; several relays of one
 * database take turns.
 */
export function createMongoRelay(options: RelayOptions & { connection: Connection; collections: string[] }): Relay {
  const { connection, bus, logger, pollMs = 1000, batchSize = 500 } = options;
  const lease = createLease(connection, 'outbox_relay');
  const sources = options.collections.map((name) => connection.collection<OutboxDocument>(name));
  let indexed = false;

  async function drain(source: Source, signal: AbortSignal): Promise<void> {
    while ((await source.findOne(PENDING, { projection: { _id: 1 } })) !== null) {
      if (signal.aborted || !(await lease.take())) return;
      for (const part of parts(await page(source), batchSize)) {
        if (!(await lease.take())) return;
        await bus.publish(part.flatMap((document) => document.outbox ?? []));
        await pull(source, part);
      }
    }
  }

  const run = async (_maximum: number, signal: AbortSignal): Promise<void> => {
    if (!indexed) await Promise.all(sources.map(index));
    indexed = true;
    for (const source of sources) await drain(source, signal);
  };
  const job = createJob({ name: 'outbox relay', everyMs: pollMs, atOnce: true, run, retry: RELAY_RETRY }, logger);

  return {
    ...job,
    async stop() {
      await job.stop();
      await lease.release().catch((error: unknown) => {
        logger.warn({ err: error }, 'the lease of the relay runs out by itself');
      });
    },
    async backlog() {
      const counts = await Promise.all(sources.map(count));
      return counts.reduce((sum, next) => sum + next, 0);
    },
    async oldest() {
      const firsts = await Promise.all(sources.map((source) => page(source, 1)));
      const times = firsts.flat().flatMap(({ outbox = [] }) => outbox.map((event) => Date.parse(event.occurredAt)));
      return times.length === 0 ? undefined : new Date(Math.min(...times));
    },
  };
}

/** Holds documents with waiting events only, so that looking for them costs nothing when there are none. */
async function index(source: Source): Promise<void> {
  await source.createIndexes([{ key: { 'outbox.id': 1 }, name: 'outbox_id', partialFilterExpression: PENDING }]);
}

function page(source: Source, limit = PAGE): Promise<OutboxDocument[]> {
  return source
    .find(PENDING, { projection: { outbox: 1 } })
    .sort({ 'outbox.id': 1 })
    .limit(limit)
    .toArray();
}

async function pull(source: Source, part: OutboxDocument[]): Promise<void> {
  const updates = part.map(({ _id, outbox = [] }) => ({
    updateOne: {
      filter: { _id },
      update: { $pull: { outbox: { id: { $in: outbox.map((event) => event.id) } } } },
    },
  }));
  // The driver's types don't see that an element of `outbox` has an `id`.
  await source.bulkWrite(updates as unknown as Parameters<Source['bulkWrite']>[0], { ordered: false });
}

async function count(source: Source): Promise<number> {
  const [row] = await source
    .aggregate<{ events: number }>([
      { $match: PENDING },
      { $limit: MAX_BACKLOG },
      { $project: { size: { $size: '$outbox' } } },
      { $group: { _id: null, events: { $sum: '$size' } } },
    ])
    .toArray();
  return row?.events ?? 0;
}

/** Whole documents, in order, with about `batchSize` events in each part. */
function parts(documents: OutboxDocument[], batchSize: number): OutboxDocument[][] {
  const all: OutboxDocument[][] = [];
  let room = 0;
  for (const document of documents) {
    const size = document.outbox?.length ?? 0;
    if (room < size || all.length === 0) {
      all.push([]);
      room = batchSize;
    }
    all.at(-1)?.push(document);
    room -= size;
  }
  return all;
}
