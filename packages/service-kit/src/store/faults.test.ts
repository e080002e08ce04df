import { runInNewContext } from 'node:vm';
import { FlorinError } from '@florin/errors';
import { storeFault } from './faults.ts';

const named = (name: string, message = 'x', fields: object = {}) =>
  Object.assign(new Error(message), { name, ...fields });
const coded = (code: string | number) => Object.assign(new Error('x'), { code });

describe('storeFault', () => {
  test.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['PostgreSQL that shuts down', coded('57P01')],
    ['a connection exception of PostgreSQL', coded('08006')],
    ['too many connections', coded('53300')],
    ['a statement cut by its time limit', coded('57014')],
    ['a connection cut while a query ran', new Error('Connection terminated unexpectedly')],
    ['no free connection of the pool', new Error('timeout exceeded when trying to connect')],
    ['no free connection of knex', named('KnexTimeoutError')],
    ['no MongoDB server', named('MongooseServerSelectionError')],
    ['a broken MongoDB connection', named('MongoNetworkError')],
    ['a primary that stepped down', named('MongoServerError', 'not primary', { code: 10_107 })],
    ['a query that waited for a connection', new Error('Operation `x.findOne()` buffering timed out after 10000ms')],
    ['one of several addresses', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
    ['one of another realm', runInNewContext(`Object.assign(new Error('x'), { code: 'ECONNRESET' })`) as unknown],
    ['an error with such a cause', new Error('could not save', { cause: coded('ECONNRESET') })],
  ])('%s is UNAVAILABLE', (_what, error) => {
    expect(storeFault(error)).toMatchObject({
      code: 'UNAVAILABLE',
      retryAfterSeconds: 1,
      meta: { outcome: 'unknown' },
    });
  });

  test.each([
    ['a bug', new TypeError('x is undefined')],
    ['a broken constraint', coded('23505')],
    ['a duplicate key of MongoDB', named('MongoServerError', 'E11000', { code: 11_000 })],
    ['a refusal', new FlorinError('NOT_FOUND', 'no such wallet', { cause: coded('ECONNRESET') })],
    ['a text', 'ECONNREFUSED'],
  ])('%s is not', (_what, error) => {
    expect(storeFault(error)).toBeUndefined();
  });
});
