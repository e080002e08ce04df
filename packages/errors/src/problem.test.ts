import { ERROR_CODES, FlorinError, GRPC_STATUS, HTTP_STATUS, TITLES, toProblem } from './index.ts';

const context = { instance: '/v1/x', requestId: 'r1' };

test('every code has an HTTP status, a gRPC status and a title', () => {
  for (const code of ERROR_CODES) {
    expect(HTTP_STATUS[code]).toBeGreaterThanOrEqual(400);
    expect(GRPC_STATUS[code]).toBeGreaterThan(0);
    expect(TITLES[code]).not.toBe('');
  }
});

test('an expected failure keeps its code, detail and field faults', () => {
  const error = new FlorinError('INVALID_ARGUMENT', 'no', { errors: [{ path: 'amount', message: 'must be > 0' }] });
  expect(toProblem(error, context)).toEqual({
    type: 'urn:florin:error:invalid-argument',
    title: 'The request is not valid',
    status: 400,
    detail: 'no',
    instance: '/v1/x',
    code: 'INVALID_ARGUMENT',
    errors: [{ path: 'amount', message: 'must be > 0' }],
    requestId: 'r1',
  });
});

test('a bug shows nothing of itself', () => {
  const problem = toProblem(new Error('password=hunter2 at /srv/db.ts:3'), context);
  expect(problem.status).toBe(500);
  expect(JSON.stringify(problem)).not.toMatch(/hunter2|db\.ts/);
});
