import type { Model } from 'mongoose';
import type { PictureStore } from '../../app/pictures/ports.ts';
import type { PictureDoc } from './models.ts';

/** Picture bytes, apart from the profiles so that reading a list does not read them. */
export function createPictureStore(pictures: Model<PictureDoc>): PictureStore {
  return {
    put: async (userId, { bytes, contentType, updatedAt }) => {
      await pictures.updateOne({ _id: userId }, { $set: { bytes, contentType, updatedAt } }, { upsert: true });
    },
    get: async (userId) => {
      const doc = await pictures.findById(userId);
      return doc ? { bytes: doc.bytes, contentType: doc.contentType, updatedAt: doc.updatedAt } : undefined;
    },
    remove: async (userId) => {
      await pictures.deleteOne({ _id: userId });
    },
  };
}
