import type { Notice } from '../message.ts';
import { oneLine } from './foreign-text.ts';

export function friendRequestedNotice(from: string): Notice {
  const name = oneLine(from, 60);
  return {
    kind: 'friend-requested',
    title: 'New friend request',
    body: `${name} would like to be your friend.`,
    foreign: true,
  };
}

export function friendAcceptedNotice(by: string): Notice {
  const name = oneLine(by, 60);
  return {
    kind: 'friend-accepted',
    title: 'You have a new friend',
    body: `${name} and you are friends now.`,
    foreign: true,
  };
}
