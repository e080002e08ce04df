import type { Model } from 'mongoose';
import type { DeadLetterActionStore } from '../../app/dead-letters/ports.ts';
import type { DeadLetterActionDoc } from './models.ts';

export function createDeadLetterActionStore(actions: Model<DeadLetterActionDoc>): DeadLetterActionStore {
  return {
    begin: async ({ id, letterIds, ...action }) => {
      await actions.create({ _id: id, ...action, letterIds: [...letterIds], done: null });
    },
    finish: async (id, done) => {
      await actions.updateOne({ _id: id }, { $set: { done } });
    },
    list: async ({ before, limit }) => {
      const older = before === undefined ? {} : { _id: { $lt: before } };
      const found = await actions.find(older).sort({ _id: -1 }).limit(limit).lean<DeadLetterActionDoc[]>();
      return found.map(({ _id: id, ...action }) => ({ id, ...action }));
    },
  };
}
