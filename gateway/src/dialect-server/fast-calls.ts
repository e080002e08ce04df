import { encodingFor } from '../edge/compression.ts';
import type { FastTable } from '../fast-path.ts';
import { answerDialect, type AnswerOptions } from './answer.ts';
import { compressed, writeReply } from './reply.ts';
import type { Found } from './table.ts';
import type { Wording } from './wording.ts';

/** Every request for a path of a dialect. */
export function fastDialects(
  find: (path: string) => Found | undefined,
  word: Wording,
  options: AnswerOptions,
): FastTable<Found> {
  return {
    find: (_request, path) => find(path),
    labelOf: ({ path }) => path,
    // where money moves by a dialect it is by a write
    priorityOf: (_found, method) => (method === 'GET' || method === 'HEAD' ? 'normal' : 'money'),
    answer: async ({ request, response, headers }, found) => {
      const reply = await answerDialect({ request, response, headers, ...found }, options);
      const encoding = request.method === 'GET' ? encodingFor(request.headers) : undefined;
      const sent = encoding ? await compressed(reply, encoding) : reply;
      if (!response.destroyed) writeReply(response, headers.list, sent);
    },
    fail: ({ request, response, headers }, error) => {
      const reply = word(error, request);
      if (reply) writeReply(response, headers.list, reply);
      return reply !== undefined;
    },
  };
}
