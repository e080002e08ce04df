import { Writable } from 'node:stream';
import { createLogger } from './logger.ts';

function logSink() {
  let out = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      done();
    },
  });
  return { sink, text: () => out };
}

test('a log line never holds a secret', () => {
  const { sink, text } = logSink();
  createLogger('test', 'info', sink).info(
    { password: 'hunter2', body: { otp: '123456', deep: { token: 'abc' } }, email: 'a@b.c' },
    'x',
  );
  expect(text()).not.toMatch(/hunter2|123456|abc/);
  expect(text()).toContain('a@b.c');
});

test('a log line tells an error and its causes, and nothing that hangs on them', () => {
  const { sink, text } = logSink();
  const cause = Object.assign(new Error('cut'), { code: '57P01', client: { user: 'postgres', key: 'k3y' } });
  createLogger('test', 'info', sink).warn({ err: new Error('no database', { cause }) }, 'x');
  expect(JSON.parse(text())).toMatchObject({
    err: { type: 'Error', message: 'no database', cause: { message: 'cut', errorCode: '57P01' } },
  });
  expect(text()).not.toMatch(/k3y|postgres/);
});
