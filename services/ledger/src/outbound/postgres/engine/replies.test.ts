import { decodeReply, encodeReply } from './replies.ts';

const NOW = new Date('2026-11-21T09:00:00.000Z');

test('a reply kept for a replay comes back as it was', () => {
  const reply = { amount: 12n, at: NOW, list: [1n, { deep: NOW, none: null }], text: '$bigint' };
  expect(decodeReply(encodeReply(reply))).toEqual(reply);
});
