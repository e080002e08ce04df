import { type Connection, Schema } from 'mongoose';
import type { FlorinEvent } from '@florin/contracts';
import { outboxField } from '@florin/messaging/mongo';
import type { FormerName, PersonalDetails, Profile } from '../../domain/profile.ts';
import type { PendingSpin } from '../../app/rewards/ports.ts';
import type { Asking, FriendRequest } from '../../domain/relation.ts';

export interface ProfileDoc extends Omit<Profile, 'userId' | 'details' | 'hasPicture' | 'formerNames'> {
  /** auth's user id */
  _id: string;
  /** the name auth last told, to see whether auth or the person changed it */
  authName: string;
  details?: PersonalDetails;
  contactAt: Date;
  searchPrefixes: string[];
  /** grows with each change: two changes at a time can't lose one */
  revision: number;
  card?: { number: string };
  /** the bytes are in a collection of their own */
  picture?: { updatedAt: Date };
  checkIn?: { day: string; until: Date };
  wheel?: { lastReward: number; spunAt: Date; nextSpinAt: Date | null; paidWindow: string | null };
  pendingSpin?: PendingSpin;
  /** the last spin that was refused for want of points */
  droppedSpin?: string;
  /** when the person last asked others to be friends, oldest first */
  asked?: Date[];
  /** oldest first; the last 20 */
  formerNames?: FormerName[];
  outbox?: FlorinEvent[];
}

export interface RelationDoc {
  /** the pair's key */
  _id: string;
  members: string[];
  friends: boolean;
  friendsSince?: Date;
  request: FriendRequest & { settledAt?: Date; crossedBy?: string };
  asked?: Asking[];
  declined?: Asking[];
  outbox?: FlorinEvent[];
}

const options = { versionKey: false, minimize: false, strict: 'throw', autoCreate: false } as const;

const nested = { _id: false, id: false, strict: 'throw' } as const;

const profileSchema = new Schema<ProfileDoc>(
  {
    _id: String,
    name: String,
    authName: String,
    username: { type: String, default: null },
    email: { type: String, default: null },
    timeZone: { type: String, default: null },
    locale: { type: String, default: null },
    status: String,
    preferences: new Schema(
      {
        firstDayOfWeek: Number,
        firstDayOfTheMonth: Number,
        monthStartOnWeekend: String,
        firstMonthOfTheYear: Number,
        fortnightFrom: String,
        ownPeriodStarts: { type: [String], default: undefined },
        paymentRequestsFrom: String,
        friendRequestsFrom: String,
      },
      nested,
    ),
    details: new Schema({ givenName: String, gender: String, title: String, phone: String }, nested),
    createdAt: Date,
    contactAt: Date,
    searchPrefixes: { type: [String], select: false },
    revision: Number,
    updatedAt: Date,
    card: new Schema({ number: String }, nested),
    picture: new Schema({ updatedAt: Date }, nested),
    checkIn: new Schema({ day: String, until: Date }, nested),
    wheel: new Schema({ lastReward: Number, spunAt: Date, nextSpinAt: Date, paidWindow: String }, nested),
    pendingSpin: new Schema(
      {
        id: String,
        startedAt: Date,
        cost: Number,
        reward: Number,
        window: String,
        spunAt: Date,
        nextSpinAt: Date,
      },
      nested,
    ),
    droppedSpin: String,
    asked: { type: [Date], default: undefined, select: false },
    formerNames: { type: [new Schema({ name: String, username: String, until: Date }, nested)], default: undefined },
    outbox: outboxField,
  },
  options,
);
profileSchema.index({ searchPrefixes: 1, name: 1, _id: 1 });
profileSchema.index(
  { 'card.number': 1 },
  { unique: true, partialFilterExpression: { 'card.number': { $exists: true } } },
);
profileSchema.index(
  { 'pendingSpin.startedAt': 1 },
  { partialFilterExpression: { 'pendingSpin.startedAt': { $exists: true } } },
);

const askingFields = { fromUserId: String, at: Date };

const relationSchema = new Schema<RelationDoc>(
  {
    _id: String,
    members: [String],
    friends: Boolean,
    friendsSince: Date,
    request: new Schema(
      {
        id: String,
        fromUserId: String,
        toUserId: String,
        status: String,
        createdAt: Date,
        settledAt: Date,
        crossedBy: String,
      },
      nested,
    ),
    asked: { type: [new Schema(askingFields, nested)], default: undefined },
    declined: { type: [new Schema(askingFields, nested)], default: undefined },
    outbox: outboxField,
  },
  options,
);
relationSchema.index({ 'request.id': 1 }, { unique: true });
relationSchema.index(
  { 'request.crossedBy': 1 },
  { unique: true, partialFilterExpression: { 'request.crossedBy': { $exists: true } } },
);
relationSchema.index({ members: 1, friends: 1, friendsSince: -1 });
relationSchema.index({ 'request.toUserId': 1, 'request.status': 1, 'request.createdAt': -1 });
relationSchema.index({ 'request.fromUserId': 1, 'request.status': 1, 'request.createdAt': -1 });

export interface BlockDoc {
  /** `<blocker>:<blocked>` */
  _id: string;
  blockerId: string;
  blockedId: string;
  /** false: ended, kept until its event is published */
  active: boolean;
  createdAt: Date;
  outbox?: FlorinEvent[];
}

const blockSchema = new Schema<BlockDoc>(
  { _id: String, blockerId: String, blockedId: String, active: Boolean, createdAt: Date, outbox: outboxField },
  options,
);
blockSchema.index({ blockerId: 1, createdAt: -1, _id: -1 });
blockSchema.index({ blockedId: 1 });

export interface PictureDoc {
  /** the person's user id */
  _id: string;
  contentType: string;
  bytes: Buffer;
  updatedAt: Date;
}

const pictureSchema = new Schema<PictureDoc>(
  { _id: String, contentType: String, bytes: Buffer, updatedAt: Date },
  options,
);

/** The collections with an outbox, for the relay. */
export const OUTBOX_COLLECTIONS = ['profiles', 'relations', 'blocks'];

/** Registers the models on the connection. */
export function createModels(connection: Connection) {
  return {
    profiles: connection.model<ProfileDoc>('Profile', profileSchema, 'profiles'),
    pictures: connection.model<PictureDoc>('Picture', pictureSchema, 'pictures'),
    relations: connection.model<RelationDoc>('Relation', relationSchema, 'relations'),
    blocks: connection.model<BlockDoc>('Block', blockSchema, 'blocks'),
  };
}
