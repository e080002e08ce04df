import { api, bodyOf, withKey } from '../../api/client.ts';
import { certainly } from '../../api/money-call.ts';
import type { Person, Visibility } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';

export const SEND_FORM = 'send';

export interface SendValues {
  person: Person | null;
  amount: string;
  /** '' for that of the first account */
  currency: string;
  note: string;
  visibility: Visibility;
  /** what will be sent, once the person has looked at it */
  minor: number | null;
  /** the transfer, once it is there */
  sentId: string | null;
}

export const NOTHING: SendValues = {
  person: null,
  amount: '',
  currency: '',
  note: '',
  visibility: 'private',
  minor: null,
  sentId: null,
};

export interface Order {
  key: string;
  userId: string;
  minor: number;
  currency: string;
  note: string;
  visibility: Visibility;
}

/** Sends money once, however often it is called with the same key. Returns the id of the transfer. */
export async function sendMoney({ key, userId, minor, ...rest }: Order): Promise<string> {
  const body = { to: { userId }, amount: minor, ...rest };
  const reply = await certainly(() => api.POST('/v1/transfers', { params: withKey(key), body }));
  return bodyOf(reply).id;
}

export function visibilityName(visibility: Visibility): string {
  if (visibility === 'private') return t('You two');
  return visibility === 'friends' ? t('Friends') : t('Everybody');
}
