import { findMemos } from './memos/find-memos.ts';
import type { MemoStore } from './memos/ports.ts';
import type { AskingLimits } from '@florin/errors';
import { type Clock, type Logger, type Share, bindUseCases } from '@florin/service-kit';
import type { DefaultLimits, Worth } from '../domain/posting/account.ts';
import { findAccounts } from './accounts/find-accounts.ts';
import { getAccount } from './accounts/get-account.ts';
import { getBalance } from './accounts/get-balance.ts';
import { getStatement } from './accounts/get-statement.ts';
import { listAccounts } from './accounts/list-accounts.ts';
import { listEntries } from './accounts/list-entries.ts';
import { listLimits } from './accounts/list-limits.ts';
import { openAccount } from './accounts/open-account.ts';
import { openMainAccount } from './accounts/open-main-account.ts';
import { verifyStatement } from './accounts/verify-statement.ts';
import type { AccountStore, EntryReader } from './accounts/ports.ts';
import { setCreditLimit } from './accounts/set-credit-limit.ts';
import { adjustBalance } from './admin/adjust-balance.ts';
import { getAnyAccount } from './admin/get-any-account.ts';
import { getAnyTransfer } from './admin/get-any-transfer.ts';
import { listAdminActions } from './admin/list-admin-actions.ts';
import { listEntriesOfAny } from './admin/list-entries-of-any.ts';
import type { AdminStore } from './admin/ports.ts';
import { reverseAnyTransfer } from './admin/reverse-any-transfer.ts';
import { setAccountLimits } from './admin/set-account-limits.ts';
import { setAccountStatus } from './admin/set-account-status.ts';
import type { Directory } from './directory/ports.ts';
import { exchangeMoney } from './exchanges/exchange-money.ts';
import type { DatedRateStore, QuoteStore, RateProvider } from './exchanges/ports.ts';
import { findRates } from './exchanges/find-rates.ts';
import { listExchanges } from './exchanges/list-exchanges.ts';
import { quoteExchange } from './exchanges/quote-exchange.ts';
import { listFeed } from './feed/list-feed.ts';
import type { FriendDirectory } from './feed/ports.ts';
import { getFunding } from './fundings/get-funding.ts';
import { listFundings } from './fundings/list-fundings.ts';
import { pollFundings } from './fundings/poll-fundings.ts';
import type { FundingProvider, FundingStore } from './fundings/ports.ts';
import { settleFunding } from './fundings/settle-funding.ts';
import { startFunding } from './fundings/start-funding.ts';
import { takeCallback } from './fundings/take-callback.ts';
import { captureHold } from './holds/capture-hold.ts';
import { getHold } from './holds/get-hold.ts';
import { lapseHolds } from './holds/lapse-holds.ts';
import { listHolds } from './holds/list-holds.ts';
import { placeHold } from './holds/place-hold.ts';
import type { HoldStore } from './holds/ports.ts';
import { voidHold } from './holds/void-hold.ts';
import { checkBalances } from './integrity/check-balances.ts';
import type { IntegrityStore } from './integrity/ports.ts';
import { sealBlocks } from './integrity/seal-blocks.ts';
import { verifyLedger } from './integrity/verify-ledger.ts';
import { namePeople } from './people/name-people.ts';
import type { PeopleDirectory } from './people/ports.ts';
import { getPoints } from './points/get-points.ts';
import { grantPoints } from './points/grant-points.ts';
import { lapsePoints } from './points/lapse-points.ts';
import { listPointsHistory } from './points/list-points-history.ts';
import type { PointStore } from './points/ports.ts';
import { spendPoints } from './points/spend-points.ts';
import type { Transact } from './ports.ts';
import type { Poster } from './posting/ports.ts';
import { askPayment } from './requests/ask-payment.ts';
import { changeRequest } from './requests/change-request.ts';
import { expireRequests } from './requests/expire-requests.ts';
import { getRequest } from './requests/get-request.ts';
import { listRequests } from './requests/list-requests.ts';
import { payRequest } from './requests/pay-request.ts';
import type { RequestStore } from './requests/ports.ts';
import { splitBill } from './requests/split-bill.ts';
import { changeSchedule } from './schedules/change-schedule.ts';
import { createSchedule } from './schedules/create-schedule.ts';
import { getSchedule } from './schedules/get-schedule.ts';
import { listSchedules } from './schedules/list-schedules.ts';
import { editSchedule } from './schedules/edit-schedule.ts';
import type { ScheduleStore, ZoneDirectory } from './schedules/ports.ts';
import { runSchedules } from './schedules/run-schedules.ts';
import { findReturns } from './returns/find-returns.ts';
import { findDetails } from './transfers/find-details.ts';
import { findTransfers } from './transfers/find-transfers.ts';
import { getTransfer } from './transfers/get-transfer.ts';
import { listTransfers } from './transfers/list-transfers.ts';
import type { KeyStore, ReturnStore, TransferReader } from './transfers/ports.ts';
import { postForService } from './service-transfers/post-for-service.ts';
import { refundTransfer } from './transfers/refund-transfer.ts';
import { reverseTransfer } from './transfers/reverse-transfer.ts';
import { sendBatch } from './transfers/send-batch.ts';
import { sendTransfer } from './transfers/send-transfer.ts';
import { abandonClosing, endLostClosings } from './users/abandon-closing.ts';
import { beginClosing } from './users/begin-closing.ts';
import { cancelPlans } from './users/cancel-plans.ts';
import { endUser } from './users/end-user.ts';
import type { UserStore } from './users/ports.ts';
import { setUserFrozen } from './users/set-user-frozen.ts';

/** What the use cases need. */
export interface Deps {
  /** currency of the account every new user gets */
  currency: string;
  clock: Clock;
  /** a new uuid v7 */
  newId: () => string;
  defaultLimits: DefaultLimits;
  asking: AskingLimits;
  worth: Worth;
  poster: Poster;
  transact: Transact;
  directory: Directory;
  /** null: money neither comes in nor goes out */
  provider: FundingProvider | null;
  /** whether a callback's signature is the funding provider's */
  isSigned: (fundingId: string, status: string, signature: string) => boolean;
  /** signs what a statement says, in a form that people can type */
  statementCode: (facts: string) => string;
  /** a person's turns at statements, and at lists of transfers that a filter makes costly */
  shareStatements: Share;
  shareSearches: Share;
  rates: RateProvider;
  friends: FriendDirectory;
  people: PeopleDirectory;
  logger: Logger;
  zones: ZoneDirectory;
  accounts: AccountStore;
  transfers: TransferReader;
  keys: KeyStore;
  entries: EntryReader;
  returns: ReturnStore;
  fundings: FundingStore;
  points: PointStore;
  holds: HoldStore;
  requests: RequestStore;
  schedules: ScheduleStore;
  quotes: QuoteStore;
  datedRates: DatedRateStore;
  admin: AdminStore;
  users: UserStore;
  integrity: IntegrityStore;
  memos: MemoStore;
}

/** The instant by the ledger's clock. */
const now = ({ clock }: Pick<Deps, 'clock'>): Date => clock();

/** What the ledger can do. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    now,
    ...{ openAccount, openMainAccount, setCreditLimit, listAccounts, getAccount, findAccounts },
    ...{ listEntries, getBalance, getStatement, verifyStatement, listLimits },
    ...{ sendTransfer, sendBatch, postForService, refundTransfer, reverseTransfer },
    ...{ listTransfers, getTransfer, findTransfers, findReturns, findDetails, findMemos, listFeed, namePeople },
    ...{ startFunding, settleFunding, takeCallback, pollFundings, listFundings, getFunding },
    ...{ placeHold, captureHold, voidHold, lapseHolds, getHold, listHolds },
    ...{ askPayment, payRequest, changeRequest, getRequest, listRequests },
    ...{ expireRequests, splitBill },
    ...{ createSchedule, editSchedule, changeSchedule, runSchedules, getSchedule, listSchedules },
    ...{ quoteExchange, exchangeMoney, listExchanges, findRates },
    ...{ grantPoints, spendPoints, lapsePoints, getPoints, listPointsHistory },
    ...{ setAccountStatus, setAccountLimits, adjustBalance, reverseAnyTransfer },
    ...{ getAnyAccount, getAnyTransfer, listEntriesOfAny, listAdminActions },
    ...{ setUserFrozen, endUser, cancelPlans, beginClosing, abandonClosing, endLostClosings },
    ...{ checkBalances, sealBlocks, verifyLedger },
  });
}

export type UseCases = ReturnType<typeof createUseCases>;
