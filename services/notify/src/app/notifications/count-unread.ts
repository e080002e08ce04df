import type { Deps } from '../index.ts';

/** How many notifications the person has not read; counted up to 1000. */
export function countUnread({ notifications }: Pick<Deps, 'notifications'>, userId: string): Promise<number> {
  return notifications.countUnread(userId);
}
