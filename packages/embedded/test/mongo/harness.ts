import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { startMongoServer } from '../../src/mongo/server.ts';

export interface TestDatabase {
  readonly connection: Connection;
  close(): Promise<void>;
}

/**
 * A database of its own on the MongoDB of MONGODB_URL, or else on an embedded server: what passes on both is what
 * services may use.
 */
export async function openDatabase(): Promise<TestDatabase> {
  const given = process.env['MONGODB_URL'];
  const directory = given ? undefined : await mkdtemp(join(tmpdir(), 'florin-mongo-'));
  const server = directory === undefined ? undefined : await startMongoServer({ dataDir: directory });
  const dbName = `embedded_${randomUUID().slice(0, 8)}`;
  const connection = await mongoose.createConnection(given || (server?.url ?? ''), { dbName }).asPromise();
  const close = async (): Promise<void> => {
    await connection.dropDatabase();
    await connection.close();
    await server?.stop();
    if (directory !== undefined) await rm(directory, { recursive: true });
  };
  return { connection, close };
}

/** A new, empty collection of documents of any shape, with ids of any type. */
export function freshCollection(connection: Connection) {
  return connection.collection<any>(`c_${randomUUID().slice(0, 8)}`);
}

/** A new collection that holds the documents. */
export async function collectionOf(connection: Connection, docs: readonly object[]) {
  const collection = freshCollection(connection);
  await collection.insertMany(docs);
  return collection;
}

/** What the work failed with; throws if it did not. */
export async function failureOf(work: Promise<unknown>): Promise<any> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('it was expected to fail and passed');
}
