import type { Profile } from '../../domain/profile.ts';
import type { FriendRequest, RelationState } from '../../domain/relation.ts';

export function renderMe(profile: Profile) {
  const { userId: id, name, username, email, timeZone, locale, preferences, hasPicture, createdAt } = profile;
  return { id, name, username, email, timeZone, locale, preferences, hasPicture, createdAt: createdAt.toISOString() };
}

export function renderPerson({ userId: id, name, username, hasPicture }: Profile, relation: RelationState) {
  return { ...renderBasic({ userId: id, name, username, hasPicture }), relation };
}

export function renderBasic(profile: Pick<Profile, 'userId' | 'name' | 'username' | 'hasPicture'>) {
  return { id: profile.userId, name: profile.name, username: profile.username, hasPicture: profile.hasPicture };
}

export function renderRequest({ id, fromUserId, toUserId, status, createdAt }: FriendRequest) {
  return { id, fromUserId, toUserId, status, createdAt: createdAt.toISOString() };
}
