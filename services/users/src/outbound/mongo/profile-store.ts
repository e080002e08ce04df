import type { FlorinEvent } from '@florin/contracts';
import { ASKING_WINDOW_MS, FlorinError } from '@florin/errors';
import { trusted, type Model } from 'mongoose';
import type { Clock } from '@florin/service-kit';
import { isDuplicateKey } from '@florin/service-kit/mongo';
import type { Contact, ProfileChange, ProfileStore } from '../../app/people/ports.ts';
import { DEFAULT_PREFERENCES, FORMER_MEMBER, NO_DETAILS, type Profile } from '../../domain/profile.ts';
import { searchPrefixes } from '../../domain/search.ts';
import type { ProfileDoc } from './models.ts';

const MAX_TRIES = 8;
/** of one person */
const MAX_FORMER_NAMES = 20;

/** Profiles in MongoDB, one document a person, with the outbox inside. */
export function createProfileStore(profiles: Model<ProfileDoc>, clock: Clock): ProfileStore {
  const read = (userId: string) => profiles.findById(userId).lean<ProfileDoc>();

  /** Reads, decides, writes if nobody wrote in between; again a few times when somebody did. */
  async function revise(userId: string, decide: (doc: ProfileDoc) => Revision | 'leave'): Promise<Profile | undefined> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const doc = await read(userId);
      if (doc?.status !== 'active') return undefined;
      const revision = decide(doc);
      if (revision === 'leave') return toProfile(doc);
      const { set, event } = revision;
      const after = { ...doc, ...set };
      const [at, renamed] = [clock(), after.name !== doc.name || after.username !== doc.username];
      const formerNames = [...(doc.formerNames ?? []), { name: doc.name, username: doc.username, until: at }];
      const { modifiedCount } = await profiles.updateOne(
        { _id: userId, revision: doc.revision },
        {
          $set: {
            ...set,
            ...(renamed ? { formerNames: formerNames.slice(-MAX_FORMER_NAMES) } : {}),
            updatedAt: at,
            searchPrefixes: searchPrefixes([after.name, after.username]),
          },
          $inc: { revision: 1 },
          ...(showsChange(doc, after) ? { $push: { outbox: event(toProfile(after)) } } : {}),
        },
      );
      if (modifiedCount === 1) return toProfile(after);
    }
    throw new FlorinError('UNAVAILABLE', 'The profile is being changed by others; try again', { retryAfterSeconds: 1 });
  }

  return {
    create: (seed, newCardNumber, events) => createProfile(profiles, seed, newCardNumber, events),
    findMany: async (userIds) => {
      const docs = await profiles.find({ _id: trusted({ $in: [...userIds] }) }).lean<ProfileDoc[]>();
      return docs.map(toProfile);
    },
    change: (userId, change, event) => revise(userId, (doc) => ({ set: changed(doc, change), event })),
    applyContact: async (userId, contact, event) => {
      const taken = await revise(userId, (doc) =>
        doc.contactAt.getTime() >= contact.changedAt.getTime() ? 'leave' : { set: contacted(doc, contact), event },
      );
      return taken !== undefined || (await profiles.exists({ _id: userId })) !== null;
    },
    markPicture: async (userId, updatedAt) => {
      await profiles.updateOne(
        { _id: userId, status: 'active' },
        {
          ...(updatedAt ? { $set: { picture: { updatedAt }, updatedAt } } : { $unset: { picture: 1 } }),
          $inc: { revision: 1 },
        },
      );
    },
    countAsking: (...asking) => countAsking(profiles, ...asking),
    terminate: (userId, at) => entomb(profiles, userId, at),
    search: (words, limit) => search(profiles, words, limit),
  };
}

/** One atomic write counts or finds the day full. */
async function countAsking(
  profiles: Model<ProfileDoc>,
  ...[userId, most, now]: Parameters<ProfileStore['countAsking']>
): Promise<Date | undefined> {
  const dayAgo = new Date(now.getTime() - ASKING_WINDOW_MS);
  const room = [{ [`asked.${most - 1}`]: trusted({ $exists: false }) }, { 'asked.0': trusted({ $lte: dayAgo }) }];
  const { modifiedCount } = await profiles.updateOne(
    { _id: userId, $or: room },
    { $push: { asked: { $each: [now], $slice: -most } } },
  );
  if (modifiedCount === 1) return undefined;
  const doc = await profiles.findById(userId).select('+asked').lean<ProfileDoc>();
  return doc?.asked?.at(-most);
}

async function search(profiles: Model<ProfileDoc>, words: readonly string[], limit: number): Promise<Profile[]> {
  const [longest, ...others] = [...words].sort((a, b) => b.length - a.length);
  if (longest === undefined) return [];
  const filter = {
    searchPrefixes: longest,
    ...(others.length > 0 ? { $and: others.map((word) => ({ searchPrefixes: word })) } : {}),
  };
  const docs = await profiles.find(filter).sort({ name: 1, _id: 1 }).limit(limit).lean<ProfileDoc[]>();
  return docs.map(toProfile);
}

interface Revision {
  set: Partial<ProfileDoc>;
  event: (after: Profile) => FlorinEvent;
}

/** A change that others see, and are told of. */
function showsChange(before: ProfileDoc, after: ProfileDoc): boolean {
  return (['name', 'username', 'timeZone', 'locale'] as const).some((field) => before[field] !== after[field]);
}

function changed(doc: ProfileDoc, { preferences = {}, details, ...fields }: ProfileChange): Partial<ProfileDoc> {
  return {
    ...given(fields),
    preferences: { ...doc.preferences, ...given(preferences) },
    ...(details ? { details: { ...NO_DETAILS, ...doc.details, ...given(details) } } : {}),
  };
}

/** Without the fields that are undefined, which would overwrite what is there. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields as Record<string, unknown>).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function contacted(doc: ProfileDoc, { name, username, email, changedAt }: Contact): Partial<ProfileDoc> {
  // auth repeats its name with every contact change: only a name that auth itself changed replaces the person's own
  const ownName = name === doc.authName ? doc.name : name;
  return { name: ownName, authName: name, username, email, contactAt: changedAt };
}

async function createProfile(
  profiles: Model<ProfileDoc>,
  seed: Parameters<ProfileStore['create']>[0],
  newCardNumber: () => string,
  events: readonly FlorinEvent[],
): Promise<boolean> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    try {
      await profiles.create({
        _id: seed.userId,
        name: seed.name,
        authName: seed.name,
        username: seed.username,
        email: seed.email,
        timeZone: seed.timeZone,
        locale: seed.locale,
        status: 'active',
        preferences: DEFAULT_PREFERENCES,
        createdAt: seed.registeredAt,
        updatedAt: seed.registeredAt,
        contactAt: seed.registeredAt,
        searchPrefixes: searchPrefixes([seed.name, seed.username]),
        revision: 1,
        card: { number: newCardNumber() },
        outbox: [...events],
      });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      if (!isDuplicateKey(error, 'card.number')) return false;
    }
  }
  throw new FlorinError('UNAVAILABLE', 'No free card number was found; try again', { retryAfterSeconds: 1 });
}

async function entomb(profiles: Model<ProfileDoc>, userId: string, at: Date): Promise<void> {
  await profiles.updateOne(
    { _id: userId },
    {
      $set: {
        name: FORMER_MEMBER,
        authName: FORMER_MEMBER,
        username: null,
        email: null,
        timeZone: null,
        locale: null,
        status: 'terminated',
        searchPrefixes: [],
        contactAt: at,
        updatedAt: at,
      },
      $unset: {
        ...{ details: 1, picture: 1, card: 1, formerNames: 1 },
        ...{ checkIn: 1, wheel: 1, pendingSpin: 1, droppedSpin: 1 },
      },
      $inc: { revision: 1 },
      $setOnInsert: { createdAt: at, preferences: DEFAULT_PREFERENCES },
    },
    { upsert: true },
  );
}

function toProfile(doc: ProfileDoc): Profile {
  return {
    userId: doc._id,
    name: doc.name,
    username: doc.username,
    email: doc.email,
    timeZone: doc.timeZone,
    locale: doc.locale,
    status: doc.status,
    preferences: { ...DEFAULT_PREFERENCES, ...doc.preferences },
    details: { ...NO_DETAILS, ...doc.details },
    createdAt: doc.createdAt,
    updatedAt: doc.updatedAt,
    hasPicture: doc.picture !== undefined,
    formerNames: doc.formerNames ?? [],
  };
}
