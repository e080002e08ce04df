import type { UseCases } from '../../app/index.ts';
import { validate } from '@florin/service-kit';
import { changeMeBody, searchQuery } from '../http/schemas.ts';
import { limitOf, toMeMessage, toPreferencesMessage, toProfileMessage, userId, userIds } from './mapping.ts';
import type { Methods } from './service.ts';

type PeopleMethods = Pick<
  Methods,
  'getProfiles' | 'getMe' | 'updateMe' | 'getPreferences' | 'searchPeople' | 'setPicture' | 'getPicture'
>;

const MAX_IDS = 200;
const MAX_RESULTS = 50;

export function peopleMethods({ people, getWholeMe, pictures }: UseCases): PeopleMethods {
  return {
    getProfiles: async (request) => {
      const found = await people.getProfiles(userIds(request.userIds, 'user_ids', MAX_IDS));
      return { profiles: found.map(toProfileMessage) };
    },
    getMe: async (request) => {
      const me = await getWholeMe(userId(request.userId, 'user_id'), { withPicture: request.includePicture });
      return { me: toMeMessage(me) };
    },
    updateMe: async (request) => {
      const id = userId(request.userId, 'user_id');
      const { name, timeZone, locale, firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear } = request;
      const preferences = present({ firstDayOfWeek, firstDayOfTheMonth, firstMonthOfTheYear });
      const wanted = present({
        name,
        timeZone,
        locale,
        ...(Object.keys(preferences).length > 0 ? { preferences } : {}),
      });
      await people.changeMe(id, validate(changeMeBody, wanted, 'body'));
      return { me: toMeMessage(await getWholeMe(id)) };
    },
    getPreferences: async (request) => {
      const { timeZone, ...preferences } = await people.getPreferences(userId(request.userId, 'user_id'));
      return { preferences: toPreferencesMessage(preferences, timeZone) };
    },
    searchPeople: async (request) => {
      const viewerId = userId(request.viewerId, 'viewer_id');
      const limit = limitOf(request.limit, MAX_RESULTS);
      const { query } = validate(searchQuery, { query: request.query }, 'body');
      const found = await people.search(viewerId, query, limit);
      return { people: found.map(({ profile, relation }) => ({ profile: toProfileMessage(profile), relation })) };
    },
    setPicture: async (request) => {
      const id = userId(request.userId, 'user_id');
      if (request.image.length === 0) {
        await pictures.remove(id);
        return {};
      }
      const { bytes, contentType } = await pictures.set(id, request.image);
      return { image: bytes, contentType };
    },
    getPicture: async (request) => {
      const { bytes, contentType } = await pictures.get(userId(request.userId, 'user_id'));
      return { image: bytes, contentType };
    },
  };
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
