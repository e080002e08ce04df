import { backoff, type FieldFault } from '@florin/errors';
import type { Posting } from './posting.ts';
import type { Labels, Transaction, pendingRow } from '../transaction.ts';
import type { When } from '../time/occurrence.ts';
import type { Wallet } from '../wallet.ts';

/** New values of rows whose posting is corrected or replaced. */
export interface Changes
  extends Partial<When & Labels>, Partial<Pick<Transaction, 'walletId' | 'type' | 'direction' | 'corrected' | 'rate'>> {
  amount: bigint;
  /** the only row whose amount that is: the other end, in another currency, keeps its own */
  amountOf?: string;
  description?: string;
  categoryId?: string;
}

/** A row of a batch; the key of its posting is its id. */
export type BatchRow = Omit<Parameters<typeof pendingRow>[0], 'ownerId' | 'operationId'>;

/** What an operation does in the ledger, whole enough to be repeated after a crash. */
export type Action =
  /** rows that are written already; `second`: the end in another currency */
  | { kind: 'post'; posting: Posting; second?: Posting | undefined }
  /** new rows, kept here until the ledger has posted them */
  | { kind: 'post-rows'; posting: Posting; second?: Posting | undefined; rows: Transaction[] }
  /** many new rows, kept here until the ledger has posted them, and the accounts of their wallets */
  | { kind: 'post-batch'; rows: BatchRow[]; accounts: Record<string, string> }
  /** many rows changed, deleted or restored: as they are to be, a new transfer standing as the key of its posting */
  | { kind: 'change-batch'; postings: Posting[]; rows: Transaction[] }
  | { kind: 'replace'; postings: Posting[]; changes: Changes }
  | { kind: 'reverse'; transferId: string; floor?: bigint | undefined }
  | { kind: 'give-back'; posting: Posting; second?: Posting | undefined }
  | { kind: 'open-wallet'; walletId: string; creditLimit: bigint | null; currency: string; opening: bigint }
  | { kind: 'close-wallet'; walletId: string; posting: Posting | 'unknown' | 'none' };

/** The rows and the wallet as the operation left them: the answer to whoever asked for it, also when asked again. */
export interface OperationResult {
  transactions: Transaction[];
  wallet: Wallet | null;
  /** of a batch, whose rows are not kept: how many it wrote */
  count?: number;
}

/** What refused an operation; of a batch, `errors` names the posting. */
export interface Refusal {
  code: string;
  message: string;
  errors?: FieldFault[];
}

/** One change of money under way between this service and the ledger. */
export interface Operation {
  id: string;
  ownerId: string;
  /** who gave the order, when it was not the owner */
  actorId: string | null;
  walletIds: string[];
  status: 'pending' | 'posted' | 'refused';
  action: Action;
  result: OperationResult | null;
  error: Refusal | null;
  attempts: number;
  nextAttemptAt: Date;
  createdAt: Date;
}

const waitMs = backoff({ firstMs: 10_000, maximumMs: 300_000, jitter: 0 });

/** When an operation nobody finished is taken up again: its request has 10 s, then ever longer up to 5 minutes. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + waitMs(attempts + 1));
}
