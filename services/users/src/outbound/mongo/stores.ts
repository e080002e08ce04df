import type { Clock } from '@florin/service-kit';
import { createIdempotency } from './idempotency.ts';
import type { Models } from './models.ts';
import { createPictureStore } from './picture-store.ts';
import { createProfileStore } from './profile-store.ts';
import { createRelationStore } from './relation-store.ts';
import { createRewardStore } from './reward-store.ts';

/** Every store over its collection. */
export function createStores(models: Models, clock: Clock) {
  return {
    profiles: createProfileStore(models.profiles, clock),
    relations: createRelationStore(models.relations),
    rewards: createRewardStore(models.profiles),
    pictures: createPictureStore(models.pictures),
    idempotency: createIdempotency(models.idempotency, clock),
  };
}
