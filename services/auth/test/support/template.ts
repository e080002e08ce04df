import { connectPostgres, migrate } from '@florin/service-kit/postgres';
import { join } from 'node:path';

const directory = join(import.meta.dirname, '../../migrations');

/** The database of the auth service, migrated once for a run of tests and copied for each file. */
export const template = {
  name: 'auth',
  prepare: async (url: string): Promise<void> => {
    const postgres = connectPostgres({ url, schema: 'auth' });
    await migrate(postgres.knex, { url, schema: 'auth', directory });
    await postgres.close();
  },
};
