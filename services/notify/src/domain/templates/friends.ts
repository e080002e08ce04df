import type { Notice } from '../message.ts';
import { foreignNotice, oneLine } from './foreign-text.ts';

export function friendRequestedNotice(from: string): Notice {
  return foreignNotice('friend-requested', 'New friend request', `${oneLine(from, 60)} would like to be your friend.`);
}

export function friendAcceptedNotice(by: string): Notice {
  return foreignNotice('friend-accepted', 'You have a new friend', `${oneLine(by, 60)} and you are friends now.`);
}
