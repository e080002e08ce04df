import { createHash } from 'node:crypto';
import { FlorinError, invalidField, notFound } from '@florin/errors';
import {
  type Asked,
  type Import,
  LEASE_MS,
  MAX_IMPORTS,
  MAX_OPEN_BYTES,
  MAX_OPEN_IMPORTS,
  MAX_RECEIVING,
  NOTHING_FOUND,
} from '../../domain/imports/import.ts';
import { requireRoom } from '../../domain/limits.ts';
import { requireOpen } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { giveCategories, type GiveCategories } from '../owners/give-categories.ts';
import { openMainWallet, type OpenMainWallet } from '../owners/open-main-wallet.ts';
import type { Keyed, Once } from '../ports.ts';

type Receiving = Pick<Deps, 'once'> & OpenMainWallet & GiveCategories;

interface NewImport {
  /** default, for a full export: the main wallet, to which nothing is written */
  walletId?: string | undefined;
  format?: string | undefined;
  encoding?: string | undefined;
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
}

const CHUNK_BYTES = 256 * 1024;

/**
 * Takes a bank's file in, piece by piece, to be read. A repeat with the same key and file gets the first import. Throws
 * NOT_FOUND, CONFLICT for a wallet that is gone, LIMIT_EXCEEDED, INVALID_ARGUMENT for no file, IDEMPOTENCY_MISMATCH.
 */
export async function receiveImport(
  deps: Receiving,
  { ownerId, key, bytes, ...order }: Keyed<NewImport>,
): Promise<Once<Import>> {
  const { stores, clock } = deps;
  await giveCategories(deps, ownerId);
  const walletId = order.walletId ?? (await mainWalletOf(deps, ownerId));
  const { id } = await begin(deps, { ...order, ownerId, walletId });
  try {
    const { size, hash } = await keep(stores, { id, ownerId }, bytes);
    if (size === 0) throw invalidField('', 'the file is empty');
    const { body, replayed } = await deps.once(
      { scope: `${ownerId} import`, key, request: { ...order, hash } },
      async (tx) => {
        const now = clock();
        await tx.imports.update(id, { status: 'reading', bytes: size, nextAttemptAt: now }, now);
        return id;
      },
    );
    if (replayed) await stores.imports.remove(ownerId, id);
    const made = await stores.imports.find(ownerId, body);
    if (!made) throw notFound('Import');
    return { body: made, replayed };
  } catch (error) {
    // what stays is forgotten in an hour
    await stores.imports.remove(ownerId, id).catch(() => undefined);
    throw error;
  }
}

async function mainWalletOf(deps: Receiving, ownerId: string): Promise<string> {
  await openMainWallet(deps, ownerId);
  const main = await deps.stores.wallets.findMain(ownerId);
  if (!main) throw notFound('Wallet');
  return main.id;
}

async function begin(
  { transact, clock, newId }: Receiving,
  order: Omit<NewImport, 'bytes'> & { ownerId: string; walletId: string },
): Promise<Import> {
  const { ownerId, walletId, fileName, format, encoding } = order;
  return transact(async (tx) => {
    const wallet = await tx.wallets.find(ownerId, walletId);
    if (!wallet || wallet.status === 'archived') throw notFound('Wallet');
    requireOpen(wallet);
    await tx.owners.lock(ownerId);
    const usage = await tx.imports.usage(ownerId);
    requireRoom(usage.receiving, MAX_RECEIVING, 'uploads at a time');
    requireRoom(usage.open, MAX_OPEN_IMPORTS, 'imports that are not committed');
    requireRoom(usage.all, MAX_IMPORTS, 'imports');
    if (usage.openBytes >= MAX_OPEN_BYTES) {
      throw new FlorinError('LIMIT_EXCEEDED', `Files that are not committed have at most ${MAX_OPEN_BYTES} bytes`);
    }
    const now = clock();
    const asked: Asked = {
      ...(format === undefined ? {} : { format }),
      ...(encoding === undefined ? {} : { encoding }),
    };
    const made: Import = {
      ...NOTHING_FOUND,
      ...{ id: newId(), ownerId, walletId, fileName, asked },
      ...{ status: 'receiving', bytes: 0, error: null, done: 0, total: 0, version: 0, attempts: 0 },
      ...{ nextAttemptAt: new Date(now.getTime() + LEASE_MS), createdAt: now, updatedAt: now },
    };
    await tx.imports.insert(made);
    return made;
  });
}

/** Writes the file in pieces of one size, each by itself: a slow upload holds neither a connection nor memory. */
async function keep(
  { imports }: Deps['stores'],
  one: Pick<Import, 'id' | 'ownerId'>,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ size: number; hash: string }> {
  const hash = createHash('sha256');
  let size = 0;
  let position = 0;
  let waiting: Uint8Array[] = [];
  let length = 0;
  const flush = async () => {
    if (length === 0) return;
    await imports.addChunk(one, position, Buffer.concat(waiting, length));
    position += 1;
    [waiting, length] = [[], 0];
  };
  for await (const piece of bytes) {
    hash.update(piece);
    size += piece.length;
    waiting.push(piece);
    length += piece.length;
    if (length >= CHUNK_BYTES) await flush();
  }
  await flush();
  return { size, hash: hash.digest('hex') };
}
