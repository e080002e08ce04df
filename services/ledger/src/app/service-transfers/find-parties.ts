import { invalidField, notFound } from '@florin/errors';
import type { AccountIdentity, SystemName } from '../../domain/posting/account.ts';
import type { OwnMemo } from '../../domain/memo.ts';
import type { TransferKind, Visibility } from '../../domain/posting/posting.ts';
import { requireReach } from '../directory/require-reach.ts';
import type { Deps } from '../index.ts';
import { requireReachOfAccount } from '../transfers/make-posting.ts';

export type Party = { accountId: string } | { userId: string } | { system: SystemName };

/** A transfer another service asks for. */
export interface ServiceTransfer {
  key: string;
  /** the user who must own one side; null for the system */
  callerUserId: string | null;
  kind: TransferKind;
  from: Party;
  to: Party;
  amount: bigint;
  currency: string;
  note: string;
  visibility: Visibility;
  reference: string | null;
  /** what the paying account must keep, minor units */
  floor?: bigint;
  /** of the calling user */
  memo?: OwnMemo;
}

export interface Parties {
  from: AccountIdentity;
  to: AccountIdentity;
}

/** Both parties, when they are named by account and remembered. Whom a person pays may block them: those are asked about. */
export function knownParties(
  { directory }: Pick<Deps, 'directory'>,
  { from, to, currency, kind, callerUserId }: ServiceTransfer,
): Parties | undefined {
  if (kind === 'peer' && callerUserId !== null) return undefined;
  if (!('accountId' in from) || !('accountId' in to)) return undefined;
  const [payer, payee] = [directory.known(from.accountId), directory.known(to.accountId)];
  return payer && payee && { from: inCurrency(payer, currency), to: inCurrency(payee, currency) };
}

export async function findParties(deps: Deps, request: ServiceTransfer): Promise<Parties> {
  const shard = counterparty(request.from) ?? counterparty(request.to) ?? '';
  const from = await account(deps, request.from, { request, path: 'from', shard });
  if (request.kind === 'peer' && 'userId' in request.to && from.ownerId !== null) {
    const others = [{ userId: request.to.userId, path: 'to' }];
    await requireReach(deps, { userId: from.ownerId, others, purpose: 'payment' });
  }
  const to = await account(deps, request.to, { request, path: 'to', shard: from.id, payer: from });
  if (request.kind === 'peer' && request.callerUserId !== null && 'accountId' in request.to) {
    await requireReachOfAccount(deps, from.ownerId, to);
  }
  return { from, to };
}

function counterparty(party: Party): string | undefined {
  if ('accountId' in party) return party.accountId;
  return 'userId' in party ? party.userId : undefined;
}

async function account(
  { directory }: Deps,
  party: Party,
  { request, path, shard, payer }: { request: ServiceTransfer; path: string; shard: string; payer?: AccountIdentity },
): Promise<AccountIdentity> {
  if ('system' in party) return directory.system(party.system, request.currency, shard);
  if ('userId' in party) {
    return party.userId === request.callerUserId
      ? directory.ownAccount(party.userId, request.currency)
      : directory.accountOfUser(party, request.currency, path, payer && { payer, amount: request.amount });
  }
  const found = await directory.byId(party.accountId);
  if (!found) throw notFound(`${path}: account`);
  return inCurrency(found, request.currency);
}

function inCurrency(found: AccountIdentity, currency: string): AccountIdentity {
  if (found.currency !== currency) throw invalidField('currency', `the account is in ${found.currency}`);
  return found;
}
