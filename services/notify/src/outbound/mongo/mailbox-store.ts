import { trusted, type Model } from 'mongoose';
import type { MailboxMessage, MailboxStore } from '../../app/mailbox/ports.ts';
import type { MailboxDoc } from './models.ts';

const MAX_MESSAGES = 1_000;
/** looking for surplus at each message would cost more than the surplus */
const TRIM_EVERY = 50;

export function createMailboxStore(mailbox: Model<MailboxDoc>): MailboxStore {
  let puts = 0;
  return {
    put: async ({ id, to, channel, ...rest }) => {
      const toKey = channel === 'email' ? to.toLowerCase() : to;
      await mailbox.updateOne({ _id: id }, { $setOnInsert: { to, toKey, channel, ...rest } }, { upsert: true });
      puts += 1;
      if (puts % TRIM_EVERY === 0) await trim(mailbox);
    },
    list: async ({ to, limit }) => {
      // an unescaped "+" in a query string arrives as a space, and no address has a space
      const wanted = to?.replaceAll(' ', '+');
      const filter = wanted === undefined ? {} : { toKey: trusted({ $in: [wanted, wanted.toLowerCase()] }) };
      const docs = await mailbox.find(filter).sort({ sentAt: -1, _id: -1 }).limit(limit).lean<MailboxDoc[]>();
      return docs.map(toMessage);
    },
    find: async (id) => {
      const doc = await mailbox.findById(id).lean<MailboxDoc>();
      return doc ? toMessage(doc) : undefined;
    },
  };
}

async function trim(mailbox: Model<MailboxDoc>): Promise<void> {
  const last = await mailbox.findOne({}).sort({ sentAt: -1, _id: -1 }).skip(MAX_MESSAGES).lean<MailboxDoc>();
  if (last) await mailbox.deleteMany({ sentAt: trusted({ $lte: last.sentAt }) });
}

function toMessage({ _id: id, channel, to, subject, text, html, sentAt }: MailboxDoc): MailboxMessage {
  return { id, channel, to, subject, text, html, sentAt };
}
