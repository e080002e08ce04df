import { trusted, type Model } from 'mongoose';
import type { RewardState, RewardStore } from '../../app/rewards/ports.ts';
import type { ProfileDoc } from './models.ts';

/** Card, check-ins and spins, inside the person's profile document: each step is one atomic write of it. */
export function createRewardStore(profiles: Model<ProfileDoc>): RewardStore {
  return {
    find: async (userId) => {
      const doc = await profiles.findOne({ _id: userId, status: 'active' }).lean<ProfileDoc>();
      return doc ? toState(doc) : undefined;
    },
    checkIn: async (userId, revision, { day, until }, event) => {
      const { modifiedCount } = await profiles.updateOne(
        { _id: userId, status: 'active', revision },
        { $set: { checkIn: { day, until } }, $inc: { revision: 1 }, $push: { outbox: event } },
      );
      return modifiedCount === 1;
    },
    beginSpin: async (userId, revision, spin) => {
      const { modifiedCount } = await profiles.updateOne(
        { _id: userId, status: 'active', revision, pendingSpin: trusted({ $exists: false }) },
        { $set: { pendingSpin: spin }, $inc: { revision: 1 } },
      );
      return modifiedCount === 1;
    },
    endSpin: async (userId, { id, reward, spunAt, nextSpinAt, window }, events) => {
      // a blank leaves the window open
      const paid = reward > 0 ? { 'wheel.paidWindow': window } : {};
      const end = async (where: 'pendingSpin.id' | 'droppedSpin') => {
        const { modifiedCount } = await profiles.updateOne(
          { _id: userId, [where]: id },
          {
            $set: { 'wheel.lastReward': reward, 'wheel.spunAt': spunAt, 'wheel.nextSpinAt': nextSpinAt, ...paid },
            $unset: { [where === 'droppedSpin' ? where : 'pendingSpin']: 1 },
            $inc: { revision: 1 },
            ...(events.length > 0 ? { $push: { outbox: { $each: [...events] } } } : {}),
          },
        );
        return modifiedCount === 1;
      };
      // two may work on one spin: one was refused and dropped it while the other, a moment later, was not
      return (await end('pendingSpin.id')) || (await end('droppedSpin'));
    },
    dropSpin: async (userId, spinId) => {
      await profiles.updateOne(
        { _id: userId, 'pendingSpin.id': spinId },
        { $set: { droppedSpin: spinId }, $unset: { pendingSpin: 1 }, $inc: { revision: 1 } },
      );
    },
    findStalledSpins: async (before, limit) => {
      const docs = await profiles
        .find({ 'pendingSpin.startedAt': trusted({ $lt: before }) }, { _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      return docs.map((doc) => doc._id);
    },
    findCard: async (cardNumber) => {
      const doc = await profiles.findOne({ 'card.number': cardNumber }, { _id: 1 }).lean<{ _id: string }>();
      return doc ? { userId: doc._id } : undefined;
    },
  };
}

function toState(doc: ProfileDoc): RewardState {
  return {
    userId: doc._id,
    registeredAt: doc.createdAt,
    timeZone: doc.timeZone ?? 'UTC',
    cardNumber: doc.card?.number ?? null,
    revision: doc.revision,
    checkIn: doc.checkIn ?? null,
    wheel: doc.wheel
      ? { ...doc.wheel, nextSpinAt: doc.wheel.nextSpinAt ?? null, paidWindow: doc.wheel.paidWindow ?? null }
      : null,
    pending: doc.pendingSpin ?? null,
  };
}
