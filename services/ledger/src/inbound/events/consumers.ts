import type { FlorinEvent } from '@florin/contracts';
import type { Consumer } from '@florin/messaging';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import type { UseCases } from '../../app/index.ts';

/** A new user's main account. Opening twice opens one, so a redelivery needs no record. */
function userRegistered(app: UseCases, currency: string): Consumer {
  return {
    name: 'ledger.main-account',
    types: ['auth.user-registered.v1'],
    handle: async (event) => {
      const { userId } = (event as FlorinEvent<'auth.user-registered.v1'>).data;
      await app.openAccount({ ownerId: userId, currency, kind: 'main', reference: '', creditLimit: 0n });
    },
  };
}

/** Points a person earned; the grant's id keeps it from being given twice. */
function pointsGranted(app: UseCases): Consumer {
  return {
    name: 'ledger.points',
    types: ['users.points-granted.v1'],
    handle: async (event) => {
      const { userId, grantId, reason, points, lapsesAt } = (event as FlorinEvent<'users.points-granted.v1'>).data;
      await app.grantPoints({
        ownerId: userId,
        points: BigInt(points),
        reason,
        lapsesAt: lapsesAt === null ? null : new Date(lapsesAt),
        key: idempotencyKey('points-granted', grantId, ''),
      });
    },
  };
}

/** Whoever is gone neither sends nor gets: the accounts are frozen until an admin empties and closes them. */
function userTerminated(app: UseCases): Consumer {
  return {
    name: 'ledger.terminated',
    types: ['auth.user-terminated.v1'],
    handle: (event) => app.freezeUser((event as FlorinEvent<'auth.user-terminated.v1'>).data.userId),
  };
}

/** Everything the ledger listens to. */
export function consumers(app: UseCases, currency: string): Consumer[] {
  return [userRegistered(app, currency), pointsGranted(app), userTerminated(app)];
}
