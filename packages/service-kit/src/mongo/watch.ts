import type { mongo } from 'mongoose';
import { childSpan } from '../telemetry/in-span.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Attributes, Span } from '../telemetry/spans.ts';

/** Counts the connections of a pool by what the driver tells of them. */
export function watchConnections(client: mongo.MongoClient, name: string, metrics: Metrics): void {
  let open = 0;
  let busy = 0;
  let waiting = 0;
  metrics.watchPool(name, () => ({ busy, idle: Math.max(0, open - busy), waiting }));
  client.on('connectionCreated', () => (open += 1));
  client.on('connectionClosed', () => (open -= 1));
  client.on('connectionCheckOutStarted', () => (waiting += 1));
  client.on('connectionCheckOutFailed', () => (waiting -= 1));
  client.on('connectionCheckedOut', ({ durationMS }) => {
    // those under way when the watch began were not counted
    waiting = Math.max(0, waiting - 1);
    busy += 1;
    metrics.timePoolWait(name, durationMS / 1000);
  });
  client.on('connectionCheckedIn', () => (busy = Math.max(0, busy - 1)));
}

/** A span for each command of the work being done. What it asks for is not exported: it holds values. */
export function traceCommands(client: mongo.MongoClient): void {
  const open = new Map<number, Span>();
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const collection: unknown = command[commandName];
    const about: Attributes = { 'db.system.name': 'mongodb' };
    if (typeof collection === 'string') about['db.collection.name'] = collection;
    const span = childSpan(commandName, 'client', about);
    if (span) open.set(requestId, span);
  });
  const end = (requestId: number, error?: unknown): void => {
    open.get(requestId)?.end(error === undefined ? {} : { error });
    open.delete(requestId);
  };
  client.on('commandSucceeded', ({ requestId }) => {
    end(requestId);
  });
  client.on('commandFailed', ({ requestId, failure }) => {
    end(requestId, failure);
  });
}
