import type { Connection } from 'mongoose';
import type { Clock } from '@florin/service-kit';
import { createIdempotency } from '@florin/service-kit/mongo';
import { createBlockStore } from './block-store.ts';
import { createModels } from './models.ts';
import { createPictureStore } from './picture-store.ts';
import { createProfileStore } from './profile-store.ts';
import { createRelationStore } from './relation-store.ts';
import { createRewardStore } from './reward-store.ts';

/** Every store on the connection, which need not be open yet. */
export function createStores(connection: Connection, clock: Clock) {
  const models = createModels(connection);
  return {
    profiles: createProfileStore(models.profiles, clock),
    relations: createRelationStore(models.relations),
    blocks: createBlockStore(models.blocks),
    rewards: createRewardStore(models.profiles),
    pictures: createPictureStore(models.pictures),
    idempotency: createIdempotency(connection, clock),
  };
}
