import type { ErrorRequestHandler, RequestHandler } from 'express';
import { answerDialect, type AnswerOptions } from './answer.ts';
import { sendReply } from './reply.ts';
import type { Found } from './table.ts';
import type { Wording } from './wording.ts';

/** Serves the dialects' routes. */
export function dialectRoutes(find: (path: string) => Found | undefined, options: AnswerOptions): RequestHandler {
  return async (request, response, next) => {
    const found = find(request.path);
    if (!found) {
      next();
      return;
    }
    request.route = { path: found.path };
    sendReply(response, await answerDialect({ request, response, headers: response, ...found }, options));
  };
}

/** Answers failures under the dialects' paths in their own shapes; passes on the rest. */
export function dialectErrors(word: Wording): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const reply = response.headersSent ? undefined : word(error, request);
    if (reply) sendReply(response, reply);
    else next(error);
  };
}
