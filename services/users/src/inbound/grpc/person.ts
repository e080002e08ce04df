import { readUuid, validate } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { changeMeBody, searchQuery } from '../http/schemas.ts';
import { meMessage, preferencesMessage, profileMessage, readLimit, readUuids, type Methods } from './mapping.ts';

const MAX_IDS = 200;
const MAX_RESULTS = 50;
/** published APIs take the pictures of phones as they are */
const MAX_PICTURE_MEGABYTES = 12;
/** such a picture with its person's id */
export const MAX_MESSAGE_BYTES = (MAX_PICTURE_MEGABYTES + 1) * 1024 * 1024;

export function personMethods(useCases: UseCases) {
  return {
    getProfiles: async ({ userIds, formerNames }) => {
      const found = await useCases.getProfiles(readUuids(userIds, 'user_ids', MAX_IDS));
      return { profiles: found.map((one) => profileMessage(one, { formerNames })) };
    },
    getMe: async (request) => {
      const userId = readUuid(request.userId, 'user_id');
      return { me: meMessage(await useCases.getMe({ userId, withPicture: request.includePicture })) };
    },
    updateMe: async (request) => {
      const userId = readUuid(request.userId, 'user_id');
      const { name, timeZone, locale, firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear } = request;
      const { givenName, gender, title, phone } = request;
      const preferences = present({ firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear });
      const details = present({ givenName, gender, title, phone });
      const wanted = present({
        name,
        timeZone,
        locale,
        ...(Object.keys(preferences).length > 0 ? { preferences } : {}),
        ...(Object.keys(details).length > 0 ? { details } : {}),
      });
      await useCases.changeProfile({ userId, change: validate(changeMeBody, wanted, 'body') });
      return { me: meMessage(await useCases.getMe({ userId })) };
    },
    getPreferences: async (request) => {
      const profile = await useCases.getProfile(readUuid(request.userId, 'user_id'));
      return { preferences: preferencesMessage(profile) };
    },
    searchPeople: async (request) => {
      const viewerId = readUuid(request.viewerId, 'viewer_id');
      const limit = readLimit(request.limit, MAX_RESULTS);
      const { query } = validate(searchQuery, { query: request.query }, 'body');
      const found = await useCases.searchPeople({ viewerId, query, limit });
      return { people: found.map(({ profile, relation }) => ({ profile: profileMessage(profile), relation })) };
    },
    setPicture: async (request) => {
      const userId = readUuid(request.userId, 'user_id');
      if (request.image.length === 0) {
        await useCases.removePicture(userId);
        return {};
      }
      const { bytes, contentType } = await useCases.setPicture({
        userId,
        image: request.image,
        maxMegabytes: MAX_PICTURE_MEGABYTES,
      });
      return { image: bytes, contentType };
    },
    getPicture: async (request) => {
      const { bytes, contentType } = await useCases.getPicture({
        userId: readUuid(request.userId, 'user_id'),
        // callers that look on behalf of nobody see what everybody may
        viewerId: request.viewerId === '' ? request.userId : readUuid(request.viewerId, 'viewer_id'),
      });
      return { image: bytes, contentType };
    },
  } satisfies Partial<Methods>;
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
