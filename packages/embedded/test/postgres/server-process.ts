import { startPostgres } from '../../src/index.ts';

/** A PostgreSQL of its own parent process, to be killed: `node server-process.ts <dataDir>` sends the URL to its parent. */
const [, , dataDir = ''] = process.argv;
process.on('SIGINT', () => undefined);
const server = await startPostgres({ dataDir, databases: ['one'] });
process.send?.(server.url('one'));
setInterval(() => undefined, 1000);
