import type { FlorinEvent } from '@florin/contracts';
import type { Connection } from 'mongoose';
import { noteDuplicate } from '../consuming/duplicates.ts';

const INBOX_DAYS = 30;

interface InboxRow {
  _id: string;
  at: Date;
}

const prepared = new WeakMap<Connection, Promise<unknown>>();

/**
 * Runs `effect` unless this consumer has recorded the event in the last 30 days. The record follows the effect, so a
 * crash between the two runs it again: the effect must do nothing the second time, e.g. insert under the event's id.
 * What `effect` throws is thrown on and nothing is recorded.
 */
export async function onceMongo(
  connection: Connection,
  consumer: string,
  event: Pick<FlorinEvent, 'id'>,
  effect: () => Promise<void>,
): Promise<'done' | 'seen'> {
  await prepare(connection);
  const inbox = connection.collection<InboxRow>('inbox');
  const _id = `${consumer}:${event.id}`;
  if ((await inbox.findOne({ _id })) !== null) {
    noteDuplicate();
    return 'seen';
  }
  await effect();
  await inbox.updateOne({ _id }, { $setOnInsert: { at: new Date() } }, { upsert: true });
  return 'done';
}

function prepare(connection: Connection): Promise<unknown> {
  let ready = prepared.get(connection);
  if (ready === undefined) {
    ready = connection
      .collection('inbox')
      .createIndexes([{ key: { at: 1 }, name: 'inbox_at', expireAfterSeconds: INBOX_DAYS * 86_400 }]);
    prepared.set(connection, ready);
    ready.catch(() => prepared.delete(connection));
  }
  return ready;
}
