import { MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES, MAX_WRITE_BATCH } from '../limits.ts';
import type { Handler, Handlers } from './context.ts';

/** What the server passes for: drivers 7 need wire version 9 or more; 21 is MongoDB 7.0. */
const WIRE_VERSION = 21;
const VERSION = '7.0.0';

const hello: Handler = (command, { connectionId, now }) => ({
  ...('hello' in command ? { isWritablePrimary: true } : { ismaster: true }),
  helloOk: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: MAX_WRITE_BATCH,
  localTime: now(),
  logicalSessionTimeoutMinutes: 30,
  connectionId,
  minWireVersion: 0,
  maxWireVersion: WIRE_VERSION,
  readOnly: false,
  ok: 1,
});

const done: Handler = () => ({ ok: 1 });

const buildInfo: Handler = () => ({
  version: VERSION,
  versionArray: VERSION.split('.').map(Number).concat(0),
  gitVersion: 'florin-embedded',
  modules: ['florin-embedded'],
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  ok: 1,
});

export const handshakeCommands: Handlers = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: done,
  endSessions: done,
  refreshSessions: done,
  buildInfo,
  buildinfo: buildInfo,
};
