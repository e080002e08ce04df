import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@florin/testing';
import { createDatabaseClock } from './database-clock.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test.each([
  ['ahead', 3_600_000],
  ['behind', -3_600_000],
])('a process whose clock is an hour %s tells the time of the database', async (_which, offMs) => {
  const clock = createDatabaseClock(pool, () => new Date(Date.now() + offMs));
  expect(Math.abs(clock.now().getTime() - Date.now() - offMs)).toBeLessThan(1_000);
  await clock.start();
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(60_000);
  await clock.stop();
});
