import type { Model } from 'mongoose';
import type { PreferenceStore } from '../../app/preferences/ports.ts';
import type { PreferenceDoc } from './models.ts';

export function createPreferenceStore(preferences: Model<PreferenceDoc>): PreferenceStore {
  return {
    get: async (userId) => (await preferences.findById(userId).lean<PreferenceDoc>())?.choices ?? {},
    set: async (userId, choices) => {
      // one path a choice, so that two devices changing different ones both win
      const paths = Object.fromEntries(Object.entries(choices).map(([key, on]) => [`choices.${key}`, on]));
      const doc = await preferences
        .findOneAndUpdate({ _id: userId }, { $set: paths }, { upsert: true, returnDocument: 'after' })
        .lean<PreferenceDoc>();
      return doc.choices;
    },
    forget: async (userId) => {
      await preferences.deleteOne({ _id: userId });
    },
  };
}
