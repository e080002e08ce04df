import { isTimeZone } from '@florin/calendar';
import { isFlorinError } from '@florin/errors';
import type { Profile__Output } from '@florin/proto/gen/users/florin/users/v1/Profile.ts';
import { createServiceClient, type Logger, type Metrics, type ServiceTokens } from '@florin/service-kit';
import type { FriendDirectory } from '../app/feed/ports.ts';
import type { PeopleDirectory } from '../app/people/ports.ts';
import { createReach } from './reach-of-users.ts';
import type { ZoneDirectory } from '../app/schedules/ports.ts';

/** a list without names is better than one that comes late */
const NAMES_TIMEOUT_MS = 500;

/** What the users service knows of people, over gRPC. */
export function createUsersClient(
  address: string,
  { tokens, metrics, logger }: { tokens: ServiceTokens; metrics: Metrics; logger: Logger },
): FriendDirectory & PeopleDirectory & ZoneDirectory & { close(): void } {
  const users = createServiceClient('users', { address, tokens, metrics });
  return {
    reach: createReach(users, logger),
    friendIds: async (userId) => (await users.listFriendIds({ userId })).userIds,
    byIds: async (userIds) => {
      const { profiles } = await users.getProfiles({ userIds: [...userIds] }, { timeoutMs: NAMES_TIMEOUT_MS });
      return profiles.map(personOf);
    },
    overTime: async (userIds) => {
      const { profiles } = await users.getProfiles({ userIds: [...userIds], formerNames: true });
      return profiles.map((profile) => ({
        ...personOf(profile),
        formerNames: profile.formerNames.map(({ until, ...name }) => ({ ...name, until: new Date(until) })),
      }));
    },
    timeZoneOf: async (userId) => {
      try {
        const timeZone = (await users.getPreferences({ userId })).preferences?.timeZone ?? '';
        return isTimeZone(timeZone) ? timeZone : 'UTC';
      } catch (error) {
        if (isFlorinError(error) && error.code === 'NOT_FOUND') return 'UTC';
        throw error;
      }
    },
    close: () => users.close(),
  };
}

const personOf = ({ userId, name, username, hasPicture }: Profile__Output) => ({
  id: userId,
  name,
  username,
  hasPicture,
});
