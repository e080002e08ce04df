import { IDLE, type PartOf } from './profile.ts';

/** Places of the code and the part they belong to; the first that fits counts. */
const PLACES: readonly [pattern: RegExp, part: string][] = [
  [/\/packages\/messaging\/|\/outbound\/relays\.ts|\/amqplib\/|\/pg-boss\//, 'relay'],
  [/\/services\/\w+\/src\/domain\//, 'decide'],
  [/\/outbound\/postgres\/engine\//, 'encode'],
  [/\/pg(-pool|-protocol|-types)?\/|\/service-kit\/src\/(postgres|store)\/|\/knex\//, 'driver'],
  [/\/mongoose\/|\/mongodb\/|\/bson\/|\/service-kit\/src\/mongo\//, 'driver'],
  [/\/services\/\w+\/src\/(app|outbound)\//, 'use cases'],
  [/\/zod\/|\/http\/validate\.ts|\/inbound\/http\/schemas/, 'checks of input'],
  [/\/@grpc\/|\/protobufjs\/|\/service-kit\/src\/grpc\/|\/inbound\/grpc\/|internal\/http2|node:http2/, 'gRPC'],
  [/node:_http|internal\/http|\/service-kit\/src\/http\/|\/inbound\/http\/|\/express\/|\/router\/|\/undici\//, 'HTTP'],
  [/\/service-kit\/src\/(identity|context)\.ts|\/jsonwebtoken\//, 'identity, context'],
  [/\/pino|\/prom-client\/|\/service-kit\/src\/(logger|metrics)\.ts/, 'log, metrics'],
  [/\/gateway\/src\/dialects\//, 'dialect'],
  [/\/gateway\/src\//, 'edge'],
];

const WITHOUT_URL = new Map([
  ['(idle)', IDLE],
  ['(garbage collector)', 'garbage collection'],
  ['(program)', 'system calls'],
]);

/** The parts of a process of Florin. Node's own code and the packages that many use count for whoever calls them. */
export const partOf: PartOf = ({ functionName, url }) =>
  WITHOUT_URL.get(functionName) ?? PLACES.find(([pattern]) => pattern.test(url))?.[1];
