import type { Consumer } from '@florin/messaging';
import { oncePostgres } from '@florin/messaging';
import { syncProfile } from '../../app/index.ts';
import type { App } from '../../app/ports.ts';

const NAME = 'auth.profiles';

/** A person's profile changed in the users service: their name and language here follow. */
export function profileChanged(app: App): Consumer {
  return {
    name: NAME,
    types: ['users.profile-changed.v1'],
    handle: async (event) => {
      if (event.type !== 'users.profile-changed.v1') return;
      await oncePostgres(app.db, NAME, event, (trx) => syncProfile(app, trx, event.data));
    },
  };
}
