import { startMongoServer } from '../../src/index.ts';

/** A server of its own process, to be killed: `node server-process.ts <dataDir>` sends its URL to its parent. */
const [, , dataDir = ''] = process.argv;
const { url } = await startMongoServer({ dataDir, compactAboveBytes: 100_000 });
process.send?.(url);
