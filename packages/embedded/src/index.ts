export { dataLock, type DataLock, DataLockedError, type LockHolder } from './lock/data-lock.ts';
export { type EmbeddedLogger, type MongoServer, type MongoServerOptions, startMongoServer } from './mongo/server.ts';
export { freePorts } from './ports.ts';
export { type PostgresOptions, type PostgresServer, startPostgres } from './postgres/server.ts';
