import type { KeyObject } from 'node:crypto';
import { trusted, type Model } from 'mongoose';
import { isDuplicateKey } from '@florin/service-kit/mongo';
import { currentTrace } from '@florin/messaging';
import { seal, unseal } from '@florin/service-kit';
import type { MessageStore } from '../../app/messages/ports.ts';
import { laneOf } from '../../domain/kinds.ts';
import type { Content } from '../../domain/message.ts';
import type { MessageDoc } from './models.ts';

const MAX_COUNTED = 10_000;

/** The queue of messages. Contents are sealed at rest, since some hold codes, and deleted once sent. */
export function createMessageStore(messages: Model<MessageDoc>, key: KeyObject): MessageStore {
  return {
    add: async (outgoing, at) => {
      for (const { id, content, ...message } of outgoing) {
        try {
          const sealed = seal(key, JSON.stringify(content), id);
          const trace = currentTrace();
          const state = {
            ...(trace ? { trace } : {}),
            sealed,
            status: 'pending' as const,
            dueAt: at,
            attempts: 0,
            createdAt: at,
          };
          await messages.create({ _id: id, ...message, ...state, urgent: laneOf(message.kind) === 'urgent' });
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
    },
    claim: async (lane, now, leaseUntil) => {
      const claim = (filter: object) => claimDue(messages, { ...filter, dueAt: trusted({ $lte: now }) }, leaseUntil);
      const doc =
        (await claim({ urgent: lane === 'urgent' })) ??
        // rows from before there were lanes
        (lane === 'bulk' ? await claim({ urgent: trusted({ $exists: false }) }) : null);
      if (!doc) return undefined;
      const { _id: id, userId, channel, to, kind, attempts, notAfter, trace, sealed = '' } = doc;
      const content = JSON.parse(unseal(key, sealed, id)) as Content;
      return { id, userId, channel, to, kind, attempts, notAfter, trace, content };
    },
    due: async (lane, now) => {
      const ofLane = lane === 'urgent' ? { urgent: true } : { urgent: trusted({ $ne: true }) };
      const filter = { status: 'pending' as const, ...ofLane, dueAt: trusted({ $lte: now }) };
      const [count, first] = await Promise.all([
        messages.countDocuments(filter, { limit: MAX_COUNTED }),
        messages.findOne(filter, { dueAt: 1 }, { sort: { dueAt: 1 } }).lean<{ dueAt: Date }>(),
      ]);
      return { count, since: first?.dueAt };
    },
    markSent: async (id, at) => {
      await messages.updateOne({ _id: id }, { $set: { status: 'sent', sentAt: at }, $unset: { sealed: 1, reason: 1 } });
    },
    retryAt: async (id, at, reason) => {
      await messages.updateOne({ _id: id, status: 'pending' }, { $set: { dueAt: at, reason } });
    },
    giveUp: async (id, status, reason, event) => {
      await messages.updateOne(
        { _id: id, status: 'pending' },
        { $set: { status, reason }, $unset: { sealed: 1 }, $push: { outbox: event } },
      );
    },
    forget: async (userId) => {
      await messages.deleteMany({ userId, status: 'pending', kind: trusted({ $ne: 'security' }) });
      await messages.updateMany({ userId, status: trusted({ $ne: 'pending' }) }, { $set: { to: '' } });
    },
  };
}

function claimDue(messages: Model<MessageDoc>, filter: object, leaseUntil: Date): Promise<MessageDoc | null> {
  return messages
    .findOneAndUpdate(
      { status: 'pending', ...filter },
      { $set: { dueAt: leaseUntil }, $inc: { attempts: 1 } },
      { sort: { dueAt: 1 }, returnDocument: 'after' },
    )
    .lean<MessageDoc>();
}
