import { randomUUID } from 'node:crypto';
import mongoose, { type Connection, Schema } from 'mongoose';
import { failureOf, openDatabase, type TestDatabase } from './harness.ts';

const { ObjectId } = mongoose.mongo;
let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
});

afterAll(() => database.close());

const person = new Schema(
  {
    email: { type: String, required: true },
    name: String,
    tags: [String],
    friends: [{ user: Schema.Types.ObjectId, since: Date }],
    visits: { type: Number, default: 0 },
    settings: { theme: String, mail: { daily: Boolean } },
  },
  { timestamps: true, optimisticConcurrency: true },
);
person.index({ email: 1 }, { unique: true, collation: { locale: 'en', strength: 2 } });

test('a document is created, found by id, changed by save and deleted', async () => {
  const Person = connection.model(`p_${randomUUID()}`, person);
  const ada = await Person.create({ email: 'ada@example.com', settings: { theme: 'dark', mail: { daily: true } } });
  ada.tags.push('first', 'second');
  ada.friends.push({ user: new ObjectId(), since: new Date(5) });
  ada.set('settings.mail.daily', false);
  await ada.save();
  (ada.tags as mongoose.Types.Array<string>).pull('first');
  await ada.save();
  const found = await Person.findById(ada.id).orFail();
  expect(found.toObject()).toMatchObject({
    tags: ['second'],
    visits: 0,
    settings: { theme: 'dark', mail: { daily: false } },
  });
  expect(found.friends[0]!.since).toEqual(new Date(5));
  expect(found.updatedAt.getTime()).toBeGreaterThanOrEqual(found.createdAt.getTime());
  await found.deleteOne();
  expect(await Person.findById(ada.id)).toBeNull();
});

test('two copies of one document can’t both be saved', async () => {
  const Person = connection.model(`p_${randomUUID()}`, person);
  const { id } = await Person.create({ email: 'ada@example.com' });
  const [one, other] = [await Person.findById(id).orFail(), await Person.findById(id).orFail()];
  one.name = 'Ada';
  other.name = 'Countess';
  await one.save();
  await expect(other.save()).rejects.toThrow(mongoose.Error.VersionError);
});

test('a unique index with a collation takes addresses that differ in case for one', async () => {
  const Person = connection.model(`p_${randomUUID()}`, person);
  await Person.init();
  await Person.create({ email: 'ada@example.com' });
  const error = await failureOf(Person.create({ email: 'ADA@example.com' }));
  expect(error).toMatchObject({ code: 11000, keyPattern: { email: 1 } });
  expect(await Person.findOne({ email: 'Ada@Example.com' }).collation({ locale: 'en', strength: 2 })).not.toBeNull();
  expect(await Person.findOne({ email: 'Ada@Example.com' })).toBeNull();
});

test('findOneAndUpdate gives the document before or after, and upserts with defaults', async () => {
  const Person = connection.model(`p_${randomUUID()}`, person);
  const filter = { email: 'ada@example.com' };
  const made = await Person.findOneAndUpdate(
    filter,
    { $inc: { visits: 1 } },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
  ).orFail();
  expect(made).toMatchObject({ email: 'ada@example.com', visits: 1 });
  const before = await Person.findOneAndUpdate(filter, { $inc: { visits: 1 } }).orFail();
  expect(before.visits).toBe(1);
  const gone = await Person.findOneAndDelete(filter).orFail();
  expect(gone.visits).toBe(2);
  expect(await Person.countDocuments()).toBe(0);
});

test('populate, lean, select, distinct and exists work', async () => {
  const Author = connection.model(`a_${randomUUID()}`, new Schema({ name: String, secret: String }));
  const Book = connection.model(
    `b_${randomUUID()}`,
    new Schema({ title: String, author: { type: Schema.Types.ObjectId, ref: Author } }),
  );
  const author = await Author.create({ name: 'Ada', secret: 'x' });
  await Book.create([
    { title: 'One', author: author._id },
    { title: 'Two', author: author._id },
  ]);
  const [book] = await Book.find({ title: 'One' }).populate({ path: 'author', select: '-secret' }).lean();
  expect(book!.author).toEqual({ _id: author._id, name: 'Ada', __v: 0 });
  expect((await Book.distinct('title')).sort()).toEqual(['One', 'Two']);
  expect(await Book.exists({ author: author._id })).not.toBeNull();
});

test('syncIndexes makes what the schema says and drops the rest', async () => {
  const schema = new Schema({ a: Number, b: Number, at: Date }, { autoIndex: false });
  schema.index({ a: 1, b: -1 }, { unique: true, partialFilterExpression: { a: { $exists: true } } });
  schema.index({ at: 1 }, { expireAfterSeconds: 60 });
  const Model = connection.model(`s_${randomUUID()}`, schema);
  await Model.createCollection();
  await Model.collection.createIndex({ b: 1 }, {}, {});
  expect(await Model.syncIndexes()).toEqual(['b_1']);
  expect(await Model.syncIndexes()).toEqual([]);
  const found = await Model.collection.indexes();
  expect(found.map(({ name }) => name).sort()).toEqual(['_id_', 'a_1_b_-1', 'at_1']);
  expect(found.find(({ name }) => name === 'at_1')).toMatchObject({ expireAfterSeconds: 60 });
});
