import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

test('the README starts Florin without development tools', () => {
  expect(read('README.md')).toContain('npm ci --omit=dev && npm start');
});

test('an install under Node 20 shows no warnings about the engines of tools that run under 24', () => {
  expect(read('.npmrc')).toMatch(/^loglevel=error$/m);
});
