import type { Model } from 'mongoose';
import { isDuplicateKey } from '@florin/service-kit/mongo';
import type { Contact, ContactFacts, ContactStore } from '../../app/contacts/ports.ts';
import type { ContactDoc } from './models.ts';

const MAX_DEVICES = 20;
const MAX_TRIES = 5;

export function createContactStore(contacts: Model<ContactDoc>): ContactStore {
  return {
    find: async (userId) => {
      const doc = await contacts.findById(userId).lean<ContactDoc>();
      return doc ? toContact(doc) : undefined;
    },
    apply: (facts) => applyFacts(contacts, facts),
    rename: async (userId, name) => {
      await contacts.updateOne({ _id: userId, terminated: false }, { $set: { name } });
    },
    markVerified: async (userId, channel, address) => {
      const [field, flag] = channel === 'email' ? ['email', 'emailVerified'] : ['mobile', 'mobileVerified'];
      await contacts.updateOne({ _id: userId, [field]: address }, { $set: { [flag]: true } });
    },
    setDevice: (userId, deviceId, device) => setDevice(contacts, userId, deviceId, device),
    setBlocked: async (userId, otherId, blocked) => {
      const change = blocked ? { $addToSet: { blocked: otherId } } : { $pull: { blocked: otherId } };
      await contacts.updateOne({ _id: userId, terminated: false }, change);
    },
    forgetPushToken: async (pushToken) => {
      await contacts.updateMany({ 'devices.pushToken': pushToken }, { $pull: { devices: { pushToken } } });
    },
    terminate: async (userId, at) => {
      const gone = { name: '', authName: '', email: null, mobile: null, emailVerified: false, mobileVerified: false };
      await contacts.updateOne(
        { _id: userId },
        { $set: { ...gone, terminated: true, devices: [], blocked: [], factsAt: at } },
        { upsert: true },
      );
    },
  };
}

async function applyFacts(contacts: Model<ContactDoc>, facts: ContactFacts): Promise<void> {
  const { userId, at, name, email, mobile } = facts;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const known = await contacts.findById(userId).lean<ContactDoc>();
    if (known && (known.terminated || known.factsAt > at)) return;
    const set = {
      name: known?.authName === name ? known.name : name,
      authName: name,
      email,
      mobile,
      emailVerified: facts.emailVerified ?? (known?.email === email && known.emailVerified),
      mobileVerified: facts.mobileVerified ?? (known?.mobile === mobile && known.mobileVerified),
      factsAt: at,
    };
    try {
      if (!known) {
        await contacts.create({ _id: userId, ...set, terminated: false, devices: [] });
        return;
      }
      const filter = { _id: userId, terminated: false, factsAt: known.factsAt };
      if ((await contacts.updateOne(filter, { $set: set })).matchedCount === 1) return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  throw new Error('the contact is being changed by others');
}

async function setDevice(
  contacts: Model<ContactDoc>,
  userId: string,
  deviceId: string,
  device: { platform: string; pushToken: string } | null,
): Promise<void> {
  await contacts.updateOne({ _id: userId }, { $pull: { devices: { deviceId } } });
  if (!device) return;
  // a token belongs to one installation: whoever signed in there before gets no more of its messages
  await contacts.updateMany(
    { 'devices.pushToken': device.pushToken },
    { $pull: { devices: { pushToken: device.pushToken } } },
  );
  await contacts.updateOne(
    { _id: userId, terminated: false },
    { $push: { devices: { $each: [{ deviceId, ...device }], $slice: -MAX_DEVICES } } },
  );
}

function toContact({
  _id: userId,
  factsAt: _factsAt,
  authName: _authName,
  blocked = [],
  ...contact
}: ContactDoc): Contact {
  return { userId, blocked, ...contact };
}
