import { MongoError, toMongoError } from '../errors.ts';
import { type Doc, encodeResult, hasOwn } from '../values/doc.ts';
import { aggregateCommands } from './aggregate.ts';
import { collectionCommands } from './collections.ts';
import type { CommandContext, Handlers } from './context.ts';
import { findAndModifyCommands } from './find-and-modify.ts';
import { findCommands } from './find.ts';
import { handshakeCommands } from './handshake.ts';
import { indexCommands } from './indexes.ts';
import { writeCommands } from './write.ts';

const COMMANDS: Handlers = {
  ...handshakeCommands,
  ...writeCommands,
  ...findAndModifyCommands,
  ...findCommands,
  ...aggregateCommands,
  ...collectionCommands,
  ...indexCommands,
};

function refuseTransactions(command: Doc): void {
  if (!hasOwn(command, 'txnNumber') && !hasOwn(command, 'startTransaction') && !hasOwn(command, 'autocommit')) return;
  // Not mongod's code 20: on that the driver tells people to switch retryable writes off instead.
  throw new MongoError(
    263,
    'The embedded server has no multi-document transactions: give MONGODB_URL of a replica set for them',
  );
}

function answer(command: Doc, context: CommandContext): Doc | Uint8Array {
  const [name = ''] = Object.keys(command);
  const handler = hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!handler) throw new MongoError(59, `no such command: '${name}'`);
  refuseTransactions(command);
  return handler(command, context);
}

/** The error as a reply: `{ ok: 0, errmsg, code, codeName, ... }`. */
export function errorReply(error: unknown): Doc {
  const { message, code, codeName, extra } = toMongoError(error);
  return { ok: 0, errmsg: message, code, codeName, ...extra };
}

/** Answers any command with the BSON of its reply; never throws. */
export function execute(command: Doc, context: CommandContext): Uint8Array {
  try {
    const reply = answer(command, context);
    return reply instanceof Uint8Array ? reply : encodeResult(reply);
  } catch (error) {
    return encodeResult(errorReply(error));
  }
}
