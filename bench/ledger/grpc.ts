import { randomUUID } from 'node:crypto';
import type { MethodDefinition } from '@grpc/proto-loader';
import { loadProto } from '@florin/proto';
import type { PostTransfersRequest } from '@florin/proto/gen/ledger/florin/ledger/v1/PostTransfersRequest.ts';
import type { PostTransfersResponse } from '@florin/proto/gen/ledger/florin/ledger/v1/PostTransfersResponse.ts';
import { createGrpcClient, type ServiceTokens } from '@florin/service-kit';
import type { Pick } from './engine.ts';

type Posting = MethodDefinition<
  PostTransfersRequest,
  PostTransfersResponse,
  PostTransfersRequest,
  PostTransfersResponse
>;
type Bytes = MethodDefinition<Buffer, Buffer, Buffer, Buffer>;

const posting = loadProto('ledger').service['PostTransfers'] as unknown as Posting;
const asIs = (bytes: Buffer): Buffer => bytes;
const UUID = '00000000-0000-0000-0000-000000000000';
const POSTED = {
  result: 'transfer',
  transfer: { id: UUID, postedAt: new Date(0).toISOString() },
  replayed: false,
} as const;

export interface Bulk {
  /** Posts as many transfers as the load has at a time; throws when one was refused. */
  post(pick: Pick): Promise<void>;
}

/**
 * PostTransfers of `size` transfers between people by clients that cost the cores next to nothing, as pgbench's do: a request is
 * bytes made once, in which only keys and accounts are replaced, and a reply of the right length is taken as good.
 */
export function createBulkClients(address: string, tokens: ServiceTokens, size: number) {
  const PostTransfers = { ...posting, requestSerialize: asIs, responseDeserialize: asIs } as unknown as Bytes;
  const client = createGrpcClient<{ PostTransfers: Bytes }>({
    address,
    target: 'ledger',
    definition: { service: { PostTransfers } },
    tokens,
    timeoutMs: 30_000,
    channels: 4,
  });
  const length = posting.responseSerialize({ results: Array.from({ length: size }, () => POSTED) }).length;
  const open = (): Bulk => {
    const { bytes, fill } = template(size);
    return {
      post: async (pick) => {
        fill(pick);
        const reply = await client.postTransfers(bytes);
        if (reply.length !== length) throw new Error(refusal(reply));
      },
    };
  };
  return { open, close: () => client.close() };
}

function refusal(reply: Buffer): string {
  const refused = posting.responseDeserialize(reply).results?.find(({ error }) => error);
  return refused?.error?.message ?? 'a reply of an unknown shape';
}

function template(size: number) {
  const places = Array.from({ length: size }, () => ({ key: randomUUID(), from: randomUUID(), to: randomUUID() }));
  const bytes = posting.requestSerialize({
    transfers: places.map(({ key, from, to }) => ({
      idempotencyKey: key,
      kind: 'peer',
      from: { accountId: from },
      to: { accountId: to },
      amount: '1',
      currency: 'USD',
      note: 'bench',
    })),
  });
  const at = places.map(({ key, from, to }) => [bytes.indexOf(key), bytes.indexOf(from), bytes.indexOf(to)] as const);
  const fill = (pick: Pick): void => {
    for (const [key, from, to] of at) {
      const [source, target] = pick();
      bytes.write(randomUUID(), key, 'latin1');
      bytes.write(source, from, 'latin1');
      bytes.write(target, to, 'latin1');
    }
  };
  return { bytes, fill };
}
