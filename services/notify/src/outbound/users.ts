import { isFlorinError } from '@florin/errors';
import type { Logger, ServiceClient } from '@florin/service-kit';
import type { IsFriend } from '../app/gathered/ports.ts';

/** Who is a friend, as users tells it. While it does not reply nobody is: news is then gathered, which loses nothing. */
export function createIsFriend(users: Pick<ServiceClient<'users'>, 'getRelation'>, logger: Logger): IsFriend {
  return async (userId, otherId) => {
    try {
      return (await users.getRelation({ userId, otherId })).relation === 'friends';
    } catch (error) {
      if (!isFlorinError(error)) throw error;
      logger.warn({ err: error }, 'users does not tell who is a friend');
      return false;
    }
  };
}
