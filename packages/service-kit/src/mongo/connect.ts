import mongoose from 'mongoose';
import type { Connection } from 'mongoose';

/** Opens a connection of its own (models are registered on it, never globally). Strings that look like operators are harmless in filters. */
export async function connectMongo(url: string, database: string): Promise<Connection> {
  const named = new URL(url).pathname.length > 1;
  const connection = mongoose.createConnection(url, {
    ...(named ? {} : { dbName: database }),
    serverSelectionTimeoutMS: 5_000,
    socketTimeoutMS: 30_000,
    maxPoolSize: 20,
    autoIndex: true,
    sanitizeFilter: true,
    appName: `florin-${database}`,
  } as mongoose.ConnectOptions);
  await connection.asPromise();
  return connection;
}
