import { readConfig } from './config.ts';

const least = { MONGODB_URL: 'mongodb://localhost/x', BUS_POSTGRES_URL: 'postgres://localhost/x' };

test('a store and a bus are enough', () => {
  expect(readConfig(least)).toMatchObject({ HTTP_PORT: 4002, GRPC_PORT: 5002, AUTH_GRPC: '127.0.0.1:5001' });
});

test.each([
  [{ BUS_POSTGRES_URL: '' }, /AMQP_URL or BUS_POSTGRES_URL/],
  [{ MONGODB_URL: 'postgres://localhost' }, /MONGODB_URL: must start with mongodb/],
  [{ LEDGER_GRPC: 'localhost' }, /LEDGER_GRPC: must be host:port/],
])('%j is refused naming the variable', (over, message) => {
  expect(() => readConfig({ ...least, ...over })).toThrow(message);
});
