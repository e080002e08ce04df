import type { Clock, Logger } from '@florin/service-kit';
import type { Random } from '../domain/random.ts';
import { createAnswerRequest } from './friends/answer-request.ts';
import { createFriends } from './friends/friends.ts';
import { createRequestFriend } from './friends/request-friend.ts';
import { createEnsureProfiles } from './people/ensure.ts';
import { createFollowAuth } from './people/follow-auth.ts';
import { createGetWholeMe } from './people/me.ts';
import { createPeople } from './people/people.ts';
import type { PictureStore, ShrinkImage } from './people/pictures.ts';
import { createPictures } from './people/pictures.ts';
import { createRegister } from './people/register.ts';
import type { Directory, Idempotency, MakeEvent, ProfileStore, RelationStore } from './ports.ts';
import { createCards } from './rewards/card.ts';
import { createCheckIn } from './rewards/check-in.ts';
import type { DrawBarcode, RewardStore, SpendPoints } from './rewards/ports.ts';
import { createSpin } from './rewards/spin.ts';

export interface Ports {
  profiles: ProfileStore;
  relations: RelationStore;
  rewards: RewardStore;
  pictures: PictureStore;
  directory: Directory;
  idempotency: Idempotency;
  spend: SpendPoints;
  shrinkImage: ShrinkImage;
  drawBarcode: DrawBarcode;
  makeEvent: MakeEvent;
  clock: Clock;
  random: Random;
  logger: Logger;
  /** tells the relay that events were written */
  nudge: () => void;
}

/** All that this service can do. */
export function createUseCases(ports: Ports) {
  const register = createRegister(ports);
  const ensure = createEnsureProfiles({ ...ports, register });
  const deps = { ...ports, register, ensure };
  return {
    people: createPeople(deps),
    getWholeMe: createGetWholeMe(deps),
    pictures: createPictures({
      ...deps,
      markPicture: (userId, updatedAt) => ports.profiles.markPicture(userId, updatedAt),
    }),
    friends: createFriends(deps),
    requestFriend: createRequestFriend(deps),
    answerRequest: createAnswerRequest(deps),
    cards: createCards(deps),
    checkIn: createCheckIn(deps),
    wheel: createSpin(deps),
    followAuth: createFollowAuth(deps),
  };
}

export type UseCases = ReturnType<typeof createUseCases>;
