import type { OperationTexts } from '../texts.ts';

export const people: OperationTexts = {
  'post /v1/blocks': {
    id: 'blockUser',
    description:
      'Ends friendship and open requests between you. Payments from them and requests by them are answered as for nobody. They are not told.',
  },
  'get /v1/blocks': {
    id: 'listBlocks',
    description: 'Only you see it.',
  },
  'delete /v1/blocks/{userId}': {
    id: 'unblockUser',
    description: 'A friendship that the block ended does not come back.',
  },
  'post /v1/friend-requests': {
    id: 'sendFriendRequest',
    reply: 'FriendRequest',
    description:
      'By id, username or e-mail address. Limited by day and pair; somebody who takes no requests is answered as one who has not seen it yet.',
  },
  'get /v1/friend-requests': {
    id: 'listFriendRequests',
    description: '`direction=incoming` (default) or `outgoing`, newest first.',
  },
  'delete /v1/friend-requests/{id}': {
    id: 'cancelFriendRequest',
    description: 'Only while it is open. The other person is not told.',
  },
  'post /v1/friend-requests/{id}/accept': {
    id: 'acceptFriendRequest',
    description: 'You are friends from then on, and both see what the other shares with friends.',
  },
  'post /v1/friend-requests/{id}/decline': {
    id: 'declineFriendRequest',
    description: "The other person is not told and can't ask again for a while.",
  },
  'get /v1/friends': {
    id: 'listFriends',
    description: 'The latest friendship first.',
  },
  'delete /v1/friends/{userId}': {
    id: 'removeFriend',
    description: 'Both lose what is shared with friends. The other person is not told.',
  },
  'get /v1/notification-preferences': {
    id: 'getNotificationPreferences',
    reply: 'NotificationPreferences',
    description: "By kind of notice and channel. Codes, welcome and security notices can't be turned off.",
  },
  'patch /v1/notification-preferences': {
    id: 'updateNotificationPreferences',
    description: 'Answers with all of them.',
  },
  'get /v1/notifications': {
    id: 'listNotifications',
    description: '`unread=true` for those that are not read.',
  },
  'post /v1/notifications/read-all': {
    id: 'readAllNotifications',
    description: 'Those that come meanwhile stay unread.',
  },
  'post /v1/notifications/{id}/read': {
    id: 'readNotification',
    reply: 'Notification',
    description: 'A repeat changes nothing.',
  },
  'get /v1/users': {
    id: 'searchUsers',
    description: 'Who blocks you is not found. Limited per minute.',
  },
  'get /v1/users/me': {
    id: 'getOwnProfile',
    reply: 'OwnProfile',
    description: 'Name, addresses, language, time zone and calendar.',
  },
  'patch /v1/users/me': {
    id: 'updateOwnProfile',
    description:
      "Fields that are not named stay. The calendar's fields change how periods are counted from then on, not where rows stand.",
  },
  'get /v1/users/me/card': {
    id: 'getMembershipCard',
    reply: 'MembershipCard',
    description: 'The number is made with the first look.',
  },
  'get /v1/users/me/card/barcode': {
    id: 'getMembershipBarcode',
    description: 'PNG or SVG.',
  },
  'post /v1/users/me/check-ins': {
    id: 'checkIn',
    reply: 'CheckIn',
    description: 'Once for each day of your own calendar. The points are posted to your PTS account.',
  },
  'put /v1/users/me/picture': {
    id: 'setOwnPicture',
    reply: 'Picture',
    description: 'Decoded and encoded anew, at most 512 pixels a side, without metadata.',
  },
  'delete /v1/users/me/picture': {
    id: 'removeOwnPicture',
    description: 'Others see none from then on.',
  },
  'get /v1/users/me/picture': {
    id: 'getOwnPicture',
    description: 'An image; NOT_FOUND when there is none.',
  },
  'post /v1/users/me/spins': {
    id: 'spinWheel',
    reply: 'Spin',
    description:
      'Decided and written down before the points are taken; a repeat with the same key gets the same result.',
  },
  'get /v1/users/{id}': {
    id: 'getUser',
    reply: 'Person',
    description:
      'Name, username, whether there is a picture, and how they stand to you. Who blocks you is answered as nobody.',
  },
  'get /v1/users/{id}/picture': {
    id: 'getUserPicture',
    description: 'An image; NOT_FOUND when there is none or they block you.',
  },
  'get /v1/admin/dead-letters': {
    id: 'countDeadLetters',
    description: 'Events that failed as often as their consumer tries. Consumers of all services are told of.',
  },
  'get /v1/admin/dead-letters/{consumer}': {
    id: 'listDeadLetters',
    description: 'With the reason of the last failure.',
  },
  'get /v1/admin/dead-letters/{consumer}/{id}': {
    id: 'getDeadLetter',
    reply: 'DeadLetterWithEvent',
    description:
      'Events hold what people wrote and whom they paid: look when there is need. The oldest thousand are found.',
  },
  'post /v1/admin/dead-letters/{consumer}/replay': {
    id: 'replayDeadLetters',
    reply: 'DeadLettersDone',
    description:
      'They are handled as if they had come now; what was done before is not done twice. Kept with the reason.',
  },
  'post /v1/admin/dead-letters/{consumer}/discard': {
    id: 'discardDeadLetters',
    reply: 'DeadLettersDone',
    description: 'What they would have caused never happens. Kept with the reason.',
  },
  'get /v1/admin/dead-letter-actions': {
    id: 'listDeadLetterActions',
    description: 'Each with its reason. An action whose `done` is null broke off on the way.',
  },
  'get /v1/notifications/stream': {
    id: 'streamNotifications',
    description:
      'Events: `notification` (as in `listNotifications`, amounts as texts), `changed` (`what` is to be read anew: balance, transfers, payment-requests, friends, profile, budgets), `resync` (some may have been missed: read all anew), `replaced` (a sixth stream was opened: do not come back). A stream ends with its token or session; a client comes back with `Last-Event-ID` and is told what it missed.',
  },
};
