import { LRUCache } from 'lru-cache';
import { FlorinError, notFound } from '@florin/errors';
import { createLookUp, type Clock } from '@florin/service-kit';
import { SYSTEM_SHARDS, type AccountIdentity } from '../../domain/posting/account.ts';
import { insufficientFunds, refuseAmount } from '../../domain/posting/decide.ts';
import type { AccountStore } from '../accounts/ports.ts';
import { createLoader } from './loader.ts';
import type { Directory, Payment, UserDirectory } from './ports.ts';

const MAX_REMEMBERED = 100_000;

/** The directory over the accounts of this ledger and the users of auth. Remembers up to 100,000 accounts. */
export function createDirectory(accounts: AccountStore, users: UserDirectory, clock: Clock): Directory {
  const lookUp = createLookUp(clock);
  const mains = new LRUCache<string, AccountIdentity>({ max: MAX_REMEMBERED });
  const findByOwner = createLoader(async (ownerIds) =>
    Map.groupBy(await accounts.ofOwners(ownerIds), (one) => one.ownerId ?? ''),
  );

  const remember = (account: AccountIdentity): AccountIdentity => {
    const identity = identityOf(account);
    mains.set(`${identity.ownerId} ${identity.currency}`, identity);
    return identity;
  };

  const find = async (userId: string, currency: string): Promise<AccountIdentity | undefined> => {
    const known = mains.get(`${userId} ${currency}`);
    if (known) return known;
    const there = (await findByOwner(userId))?.find((one) => one.currency === currency && one.kind !== 'wallet');
    return there && remember(there);
  };

  const open = async (userId: string, currency: string): Promise<AccountIdentity> => {
    const kind = currency === 'PTS' ? 'points' : 'main';
    return remember(await accounts.open({ ownerId: userId, currency, kind, reference: '', creditLimit: 0n }));
  };

  const ownAccount: Directory['ownAccount'] = async (userId, currency, payment) => {
    const found = await find(userId, currency);
    if (found) return found;
    if (payment) await requireFunds(accounts, payment);
    return open(userId, currency);
  };

  const payerAccount: Directory['payerAccount'] = async (userId, currency, amount) => {
    const found = await find(userId, currency);
    if (!found) throw insufficientFunds({ currency }, 0n, amount);
    return found;
  };

  const isThere: Directory['isThere'] = async (userId) => (await users.resolve({ userId })) !== undefined;

  const userOf: Directory['userOf'] = async (name, path, callerId) => {
    const byAddress = 'email' in name || 'mobile' in name;
    const look = () => users.resolve(name);
    const userId = await (byAddress ? lookUp(callerId, look) : look());
    if (userId === undefined) throw unknownUser(path);
    return userId;
  };

  const accountOfUser: Directory['accountOfUser'] = async (name, currency, path, payment) => {
    // whoever has the account was known to auth when it was opened, and it is frozen once they are gone
    const theirs = 'userId' in name ? await find(name.userId, currency) : undefined;
    return theirs ?? ownAccount(await userOf(name, path, payment?.payer.ownerId ?? ''), currency, payment);
  };

  const system = createSystems(accounts);
  return { ...createById(accounts), find, ownAccount, payerAccount, isThere, userOf, accountOfUser, system };
}

/** Without what changes: nothing else is remembered. */
function identityOf({ id, ownerId, currency, kind, countsAt }: AccountIdentity): AccountIdentity {
  return { id, ownerId, currency, kind, countsAt };
}

function createById(accounts: AccountStore): Pick<Directory, 'byId' | 'known'> {
  const identities = new LRUCache<string, AccountIdentity>({ max: MAX_REMEMBERED });
  const findById = createLoader(async (ids) => new Map((await accounts.byIds(ids)).map((one) => [one.id, one])));
  return {
    known: (id) => identities.get(id),
    byId: async (id) => {
      const known = identities.get(id);
      if (known) return known;
      const found = await findById(id);
      if (!found) return undefined;
      const identity = identityOf(found);
      identities.set(id, identity);
      return identity;
    },
  };
}

function createSystems(accounts: AccountStore): Directory['system'] {
  const systems = new Map<string, Promise<string[]>>();
  return async (name, currency, counterpartyId) => {
    const key = `${name} ${currency}`;
    const shards = systems.get(key) ?? accounts.openSystem(name, currency);
    systems.set(key, shards);
    shards.catch(() => systems.delete(key));
    const id = (await shards)[shardOf(counterpartyId)];
    if (id === undefined) throw notFound(`system account ${name}`);
    return { id, ownerId: null, currency, kind: 'system', countsAt: null };
  };
}

async function requireFunds(accounts: AccountStore, { payer, amount }: Payment): Promise<void> {
  const [account] = await accounts.byIds([payer.id]);
  const refusal = account ? refuseAmount(account, -amount) : notFound('account');
  if (refusal) throw refusal;
}

/** The refusal for a user who is not there. */
export function unknownUser(path: string): FlorinError {
  return new FlorinError('NOT_FOUND', `${path}: there is no such user`, {
    errors: [{ path, message: 'there is no such user' }],
  });
}

/** The last digits of a uuid v7 are random. */
function shardOf(id: string): number {
  return Number.parseInt(id.slice(-2), 16) % SYSTEM_SHARDS;
}
