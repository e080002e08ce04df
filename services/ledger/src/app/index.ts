import type { Clock } from '@florin/service-kit';
import { createFindAccounts, createGetAccount, createListAccounts, createOpenAccount } from './accounts/accounts.ts';
import { createLimits } from './accounts/limits.ts';
import { createBalanceAt, createListEntries, createStatement } from './accounts/statement.ts';
import {
  createAdjust,
  createAdminReverse,
  createFreezeUser,
  createIntegrity,
  createSetLimits,
  createSetStatus,
} from './admin/admin.ts';
import type { Directory } from './directory.ts';
import { createExchange, createQuote } from './exchanges/exchanges.ts';
import {
  createFundingCallback,
  createGetFunding,
  createListFundings,
  createPollFundings,
} from './funding/callbacks.ts';
import { createFund, createSettleFunding } from './funding/fund.ts';
import { createCaptureHold, createGetHold, createLapseHolds, createPlaceHold, createVoidHold } from './holds/holds.ts';
import { createSealBlocks } from './integrity/seal.ts';
import { createVerify } from './integrity/verify.ts';
import {
  createGetPoints, createGrantPoints, createLapsePoints, createPointsHistory, createSpendPoints,
} from './points/points.ts'; // prettier-ignore
import type {
  AccountStore, AdminStore, EntryStore, FriendDirectory, FundingProvider, FundingStore, HoldStore, IntegrityStore, PointStore, QuoteStore, RateProvider, RequestQuery, RequestStore, ReturnStore, ScheduleStore, Transact, TransferPage,
  TransferStore,
} from './ports.ts'; // prettier-ignore
import type { Poster } from './poster.ts';
import {
  createAskPayment, createCancelRequest, createDeclineRequest, createGetRequest, createPayRequest, createRemindRequest,
} from './requests/payment-requests.ts'; // prettier-ignore
import { createChangeSchedule, createGetSchedule, createRunSchedules, createSchedule } from './schedules/schedules.ts';
import { createSplitBill } from './requests/split-bill.ts';
import { createFeed } from './transfers/feed.ts';
import { createPostTransfers } from './transfers/post-transfers.ts';
import { createGetTransfer, createListTransfers } from './transfers/read-transfers.ts';
import { createRefundTransfer } from './transfers/refund-transfer.ts';
import { createReverseTransfer } from './transfers/reverse-transfer.ts';
import { createSendBatch } from './transfers/send-batch.ts';
import { createSendTransfer } from './transfers/send-transfer.ts';

export interface Parts {
  /** currency of the account every new user gets */
  currency: string;
  clock: Clock;
  poster: Poster;
  transact: Transact;
  directory: Directory;
  /** null: money neither comes in nor goes out */
  provider: FundingProvider | null;
  accounts: AccountStore;
  transfers: TransferStore;
  entries: EntryStore;
  returns: ReturnStore;
  fundings: FundingStore;
  points: PointStore;
  holds: HoldStore;
  requests: RequestStore;
  schedules: ScheduleStore;
  quotes: QuoteStore;
  rates: RateProvider;
  admin: AdminStore;
  integrity: IntegrityStore;
  friends: FriendDirectory;
  /** whether a callback's signature is the funding provider's */
  isSigned: (fundingId: string, status: string, signature: string) => boolean;
}

/** What the ledger can do. */
export function createUseCases(parts: Parts) {
  return {
    now: parts.clock,
    ...accountCases(parts),
    ...fundingCases(parts),
    ...transferCases(parts),
    ...holdCases(parts),
    ...requestCases(parts),
    ...pointCases(parts),
    ...planCases(parts),
    ...adminCases(parts),
  };
}

export type UseCases = ReturnType<typeof createUseCases>;

function accountCases(parts: Parts) {
  const { accounts, entries, currency } = parts;
  const listAccounts = createListAccounts(accounts, currency);
  return {
    openAccount: createOpenAccount(accounts),
    listAccounts,
    getAccount: createGetAccount(accounts),
    findAccounts: createFindAccounts(accounts),
    listEntries: createListEntries(accounts, entries),
    balanceAt: createBalanceAt(accounts, entries),
    statement: createStatement(accounts, entries),
    limits: createLimits(listAccounts, parts.clock),
  };
}

function fundingCases(parts: Parts) {
  const settleFunding = createSettleFunding(parts);
  return {
    fund: createFund(parts),
    settleFunding,
    fundingCallback: createFundingCallback(settleFunding, parts.isSigned),
    pollFundings: createPollFundings(parts, settleFunding),
    listFundings: createListFundings(parts.fundings),
    getFunding: createGetFunding(parts.fundings),
  };
}

function adminCases(parts: Parts) {
  return {
    setStatus: createSetStatus(parts),
    setLimits: createSetLimits(parts),
    freezeUser: createFreezeUser(parts),
    adminReverse: createAdminReverse(parts),
    adjust: createAdjust(parts),
    integrity: createIntegrity(parts),
    sealBlocks: createSealBlocks(parts.integrity, parts.clock),
    verify: createVerify(parts.integrity),
  };
}

function transferCases(parts: Parts) {
  const { transact, directory, poster, transfers, returns } = parts;
  const grantPoints = createGrantPoints(parts);
  const spendPoints = createSpendPoints(parts);
  const listTransfers = createListTransfers(transfers);
  return {
    sendTransfer: createSendTransfer(directory, poster, transfers),
    sendBatch: createSendBatch(parts),
    grantPoints,
    spendPoints,
    postTransfers: createPostTransfers({ directory, poster, grantPoints, spendPoints }),
    refundTransfer: createRefundTransfer(transact, returns),
    reverseTransfer: createReverseTransfer(transact, returns),
    listTransfers,
    feed: createFeed(parts.friends, listTransfers),
    getTransfer: createGetTransfer(transfers),
    findTransfers: (ids: readonly string[]) => transfers.byIds(ids),
  };
}

function holdCases(parts: Parts) {
  return {
    placeHold: createPlaceHold(parts),
    captureHold: createCaptureHold(parts),
    voidHold: createVoidHold(parts),
    lapseHolds: createLapseHolds(parts),
    getHold: createGetHold(parts),
    listHolds: (userId: string, page: TransferPage) => parts.holds.list(userId, page),
  };
}

function requestCases(parts: Parts) {
  return {
    askPayment: createAskPayment(parts),
    payRequest: createPayRequest(parts),
    declineRequest: createDeclineRequest(parts),
    cancelRequest: createCancelRequest(parts),
    remindRequest: createRemindRequest(parts),
    getRequest: createGetRequest(parts),
    listRequests: (query: RequestQuery) => parts.requests.list(query),
    expireRequests: (limit: number) => parts.requests.expire(parts.clock(), limit),
    splitBill: createSplitBill(parts),
  };
}

function planCases(parts: Parts) {
  return {
    createSchedule: createSchedule(parts),
    changeSchedule: createChangeSchedule(parts),
    runSchedules: createRunSchedules(parts),
    getSchedule: createGetSchedule(parts),
    listSchedules: (ownerId: string, page: TransferPage) => parts.schedules.list(ownerId, page),
    quote: createQuote(parts),
    exchange: createExchange(parts),
  };
}

function pointCases(parts: Parts) {
  return {
    getPoints: createGetPoints(parts),
    lapsePoints: createLapsePoints(parts),
    pointsHistory: createPointsHistory(parts),
  };
}
