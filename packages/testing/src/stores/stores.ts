export interface TestStores {
  postgresUrl: string;
  mongodbUrl: string;
  /** undefined: test over pg-boss only */
  amqpUrl: string | undefined;
}

/** The stores of this run, as global-setup.ts found or started them. */
export function testStores(): TestStores {
  const { TEST_POSTGRES_URL: postgresUrl, TEST_MONGODB_URL: mongodbUrl, TEST_AMQP_URL: amqpUrl } = process.env;
  if (!postgresUrl || !mongodbUrl) throw new Error('run tests through jest: its global setup brings up the stores');
  return { postgresUrl, mongodbUrl, amqpUrl: amqpUrl ? withExpiry(amqpUrl) : undefined };
}

/** Queues of a run go by themselves, also when the run is killed. */
function withExpiry(amqpUrl: string): string {
  const url = new URL(amqpUrl);
  url.searchParams.set('queue_expires_ms', '120000');
  return url.href;
}
