import type { AskingLimits } from '@florin/errors';
import type { MakeEvent } from '@florin/messaging';
import { bindUseCases, type Clock, type Logger, type LookUp } from '@florin/service-kit';
import type { Random } from '../domain/random.ts';
import { blockPerson } from './blocks/block-person.ts';
import { checkPayments } from './blocks/check-payments.ts';
import { checkReach } from './blocks/check-reach.ts';
import { listBlocks } from './blocks/list-blocks.ts';
import type { BlockStore } from './blocks/ports.ts';
import { unblockPerson } from './blocks/unblock-person.ts';
import { answerPerson } from './friends/answer-person.ts';
import { answerRequest } from './friends/answer-request.ts';
import { endFriendship } from './friends/end-friendship.ts';
import { getRelation } from './friends/get-relation.ts';
import { listFriendIds } from './friends/list-friend-ids.ts';
import { listFriendRequests } from './friends/list-friend-requests.ts';
import { dropFriends } from './friends/drop-friends.ts';
import { listFriends } from './friends/list-friends.ts';
import type { Idempotency, RelationStore } from './friends/ports.ts';
import { requestFriend } from './friends/request-friend.ts';
import { applyContact } from './people/apply-contact.ts';
import { changeProfile } from './people/change-profile.ts';
import { findPersonToAsk } from './people/find-person-to-ask.ts';
import { forgetPerson } from './people/forget-person.ts';
import { getMe } from './people/get-me.ts';
import { getPerson } from './people/get-person.ts';
import { ensureProfile } from './people/ensure-profiles.ts';
import { getProfiles } from './people/get-profiles.ts';
import { listPeople } from './people/list-people.ts';
import type { Directory, ProfileStore } from './people/ports.ts';
import { registerPerson } from './people/register-person.ts';
import { searchPeople } from './people/search-people.ts';
import { getPicture } from './pictures/get-picture.ts';
import type { PictureStore, ShrinkImage } from './pictures/ports.ts';
import { removePicture } from './pictures/remove-picture.ts';
import { setPicture } from './pictures/set-picture.ts';
import { checkIn } from './rewards/check-in.ts';
import { drawCardBarcode } from './rewards/draw-card-barcode.ts';
import type { DrawBarcode, RewardStore, SpendPoints } from './rewards/ports.ts';
import { resumeSpins } from './rewards/resume-spins.ts';
import { spinWheel } from './rewards/spin-wheel.ts';

/** What the use cases need. */
export interface Deps {
  profiles: ProfileStore;
  relations: RelationStore;
  blocks: BlockStore;
  rewards: RewardStore;
  pictures: PictureStore;
  idempotency: Idempotency;
  directory: Directory;
  spendPoints: SpendPoints;
  shrinkImage: ShrinkImage;
  /** begins a search by a person; returns what ends it. Throws RATE_LIMITED. */
  takeSearchTurn: (userId: string) => () => void;
  lookUp: LookUp;
  drawBarcode: DrawBarcode;
  makeEvent: MakeEvent;
  newId: () => string;
  asking: AskingLimits;
  clock: Clock;
  random: Random;
  logger: Logger;
  /** tells the relay that an event waits */
  nudge: () => void;
}

/** Everything this service can do. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    answerPerson,
    answerRequest,
    applyContact,
    blockPerson,
    changeProfile,
    checkIn,
    checkPayments,
    checkReach,
    drawCardBarcode,
    endFriendship,
    findPersonToAsk,
    forgetPerson,
    getMe,
    getPerson,
    getPicture,
    getProfile: ensureProfile,
    getProfiles,
    getRelation,
    listBlocks,
    listFriendIds,
    listFriendRequests,
    listFriends,
    dropFriends,
    listPeople,
    registerPerson,
    removePicture,
    requestFriend,
    resumeSpins,
    searchPeople,
    setPicture,
    spinWheel,
    unblockPerson,
  });
}

export type UseCases = ReturnType<typeof createUseCases>;
