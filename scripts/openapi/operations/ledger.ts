import type { OperationTexts } from '../texts.ts';

export const ledger: OperationTexts = {
  'get /v1/accounts': {
    id: 'listAccounts',
    description:
      "Every account of yours in the ledger: the main account of each currency, wallets, points. Amounts are minor units of the account's currency.",
  },
  'get /v1/accounts/{id}': {
    id: 'getAccount',
    reply: 'Account',
    description:
      'Posted, held and available money of one account. An account of somebody else is answered as one that does not exist.',
  },
  'get /v1/accounts/{id}/balance': {
    id: 'getBalance',
    reply: 'Balance',
    description: 'By default as of now. With `at`, the sum of what was posted up to that instant.',
  },
  'get /v1/accounts/{id}/entries': {
    id: 'listEntries',
    description: 'One side of each transfer that touched the account. Amounts are signed: below zero for what left.',
  },
  'get /v1/accounts/{id}/statement': {
    id: 'getStatement',
    description:
      'A CSV of up to 10,000 lines or a PDF of up to 2,500, with a number that `/v1/statements/verify` checks. `from` counts, `to` does not. Limited per person and minute.',
  },
  'post /v1/admin/accounts/{id}/close': {
    id: 'closeAccount',
    description:
      'Refused with CONFLICT while the account holds money or a deposit or withdrawal is under way. Its scheduled transfers end. Kept with the reason.',
  },
  'post /v1/admin/accounts/{id}/freeze': {
    id: 'freezeAccount',
    description:
      'Postings from and to it are refused with ACCOUNT_FROZEN until it is opened again. Kept with the reason.',
  },
  'put /v1/admin/accounts/{id}/limits': {
    id: 'setAccountLimits',
    description:
      "Limits in minor units of the account's currency take the place of the default ones; those of a person's first account hold for all currencies together.",
  },
  'post /v1/admin/accounts/{id}/unfreeze': {
    id: 'unfreezeAccount',
    description: 'What is frozen with its person stays frozen until auth opens the person again. Kept with the reason.',
  },
  'post /v1/admin/adjustments': {
    id: 'adjustBalance',
    description:
      "Posts a signed amount in minor units between the account and the adjustment account, with a reason. A person's account never goes below zero by it.",
  },
  'get /v1/admin/integrity': {
    id: 'checkIntegrity',
    reply: 'Integrity',
    description:
      'Reads kept sums, so that it is cheap; `npm run verify -w services/ledger` recomputes everything from the entries.',
  },
  'get /v1/admin/transfers': {
    id: 'listAllTransfers',
    description: 'Narrowed to one person by `userId`.',
  },
  'post /v1/admin/transfers/{id}/reverse': {
    id: 'reverseTransfer',
    description:
      "Posts the opposite of the whole transfer once, with the reason on record. Points and withdrawals under way can't be reversed.",
  },
  'post /v1/deposits': {
    id: 'createDeposit',
    reply: 'Funding',
    description: 'In minor units. Through the funding provider: `pending` until it has called back. Posted once.',
  },
  'get /v1/deposits': {
    id: 'listDeposits',
    description: 'With how each ended and what went back.',
  },
  'post /v1/deposits/callbacks': {
    id: 'receiveFundingCallback',
    description: 'Public, signed with HMAC-SHA-256 by the provider. A callback that comes twice has one effect.',
  },
  'get /v1/deposits/{id}': {
    id: 'getDeposit',
    description: 'A deposit of somebody else is answered as one that does not exist.',
  },
  'get /v1/exchanges': {
    id: 'listExchanges',
    description: 'Amounts are minor units of their own currency.',
  },
  'post /v1/exchanges': {
    id: 'createExchange',
    reply: 'Exchange',
    description: 'At the rate of the quote, which works once and for a minute. Both postings are made, or none.',
  },
  'post /v1/exchanges/quotes': {
    id: 'createExchangeQuote',
    reply: 'ExchangeQuote',
    description: 'Moves nothing. Rounded down to the minor unit of what you get; `rate` is a decimal text.',
  },
  'get /v1/feed': {
    id: 'getFeed',
    description:
      'Transfers between people as their visibility allows, as far as nobody of them blocks you. `amount` is null where the transfer is neither yours nor public.',
  },
  'post /v1/holds': {
    id: 'createHold',
    reply: 'Hold',
    description:
      "In minor units. Held money can't be spent until it is captured, voided, or the hold lapses (a week by default).",
  },
  'get /v1/holds': {
    id: 'listHolds',
    description: 'With the people on both sides.',
  },
  'get /v1/holds/{id}': {
    id: 'getHold',
    reply: 'NamedHold',
    description: 'Seen by its two parties only.',
  },
  'post /v1/holds/{id}/capture': {
    id: 'captureHold',
    description: 'By either party, once. Without an amount the whole is taken.',
  },
  'post /v1/holds/{id}/void': {
    id: 'voidHold',
    description: 'By either party. Moves no money.',
  },
  'get /v1/limits': {
    id: 'getLimits',
    description: 'In minor units. What failed, was freed or given back does not count.',
  },
  'post /v1/payment-requests': {
    id: 'createPaymentRequest',
    reply: 'PaymentRequest',
    description: 'In minor units. The payer is told and may pay, in part too, or decline. Limited by day and pair.',
  },
  'get /v1/payment-requests': {
    id: 'listPaymentRequests',
    description: '`direction=incoming` or `outgoing`, narrowed by status.',
  },
  'get /v1/payment-requests/{id}': {
    id: 'getPaymentRequest',
    reply: 'NamedPaymentRequest',
    description: 'Seen by its two parties only.',
  },
  'post /v1/payment-requests/{id}/cancel': {
    id: 'cancelPaymentRequest',
    description: 'Only by who asked. What was paid stays paid.',
  },
  'post /v1/payment-requests/{id}/decline': {
    id: 'declinePaymentRequest',
    description: "Only by the payer. Who asked is told, and can't ask again for a while.",
  },
  'post /v1/payment-requests/{id}/pay': {
    id: 'payRequest',
    description: 'In minor units; without an amount what is still open. Answers with the transfer.',
  },
  'post /v1/payment-requests/{id}/remind': {
    id: 'remindPayer',
    description: 'Only by who asked.',
  },
  'post /v1/scheduled-transfers': {
    id: 'scheduleTransfer',
    reply: 'ScheduledTransfer',
    description:
      'In minor units, at the local time of the first occurrence. Each is posted once; one that is refused is told with the reason.',
  },
  'get /v1/scheduled-transfers': {
    id: 'listScheduledTransfers',
    description: 'With the next occurrence of each.',
  },
  'get /v1/scheduled-transfers/{id}': {
    id: 'getScheduledTransfer',
    description: 'Seen by its owner only.',
  },
  'patch /v1/scheduled-transfers/{id}': {
    id: 'updateScheduledTransfer',
    description: 'Fields that are not named stay. What was posted stays.',
  },
  'post /v1/scheduled-transfers/{id}/cancel': {
    id: 'cancelScheduledTransfer',
    description: 'For good. What was posted stays.',
  },
  'post /v1/scheduled-transfers/{id}/pause': {
    id: 'pauseScheduledTransfer',
    description: 'Nothing is posted until it is resumed.',
  },
  'post /v1/scheduled-transfers/{id}/resume': {
    id: 'resumeScheduledTransfer',
    description: 'Goes on with the next occurrence from now.',
  },
  'post /v1/scheduled-transfers/{id}/skip': {
    id: 'skipScheduledTransfer',
    description: 'The one after it comes at its time.',
  },
  'post /v1/splits': {
    id: 'splitBill',
    reply: 'Split',
    description:
      "In minor units. The shares sum exactly to the bill; what can't be divided goes to the first ones. All requests are made, or none.",
  },
  'get /v1/statements/verify': {
    id: 'verifyStatement',
    reply: 'StatementCheck',
    description: 'Public: whoever holds the paper. Tells nothing but whether the number fits what is written.',
  },
  'post /v1/transfers': {
    id: 'sendMoney',
    reply: 'Transfer',
    description:
      'In minor units, from your main account of the currency. Posted before it answers, once for each key. Refused with INSUFFICIENT_FUNDS or LIMIT_EXCEEDED without any effect. Both sides are told.',
  },
  'get /v1/transfers': {
    id: 'listTransfers',
    description: 'With the people on both sides and what went back. Filters combine.',
  },
  'post /v1/transfers/batch': {
    id: 'sendBatch',
    description: 'In minor units. `atomic` posts all or none; else each is told by itself, in the order given.',
  },
  'get /v1/transfers/{id}': {
    id: 'getTransfer',
    reply: 'NamedTransfer',
    description: 'Seen by its two parties only.',
  },
  'post /v1/transfers/{id}/refund': {
    id: 'refundTransfer',
    description: 'By who was paid. In minor units; never more than was received, in all.',
  },
  'post /v1/withdrawals': {
    id: 'createWithdrawal',
    description:
      "In minor units. The money leaves the account at once, and comes back when the provider can't pay it out.",
  },
  'get /v1/withdrawals': {
    id: 'listWithdrawals',
    description: 'With how each ended.',
  },
  'get /v1/withdrawals/{id}': {
    id: 'getWithdrawal',
    description: 'A withdrawal of somebody else is answered as one that does not exist.',
  },
  'get /v1/admin/accounts': {
    id: 'listAccountsOfUser',
    description: 'Of every kind, also closed ones.',
  },
  'get /v1/admin/accounts/{id}': {
    id: 'getAnyAccount',
    reply: 'OwnedAccount',
    description: 'The accounts of the house, which balance what comes and goes, have nobody as `userId`.',
  },
  'get /v1/admin/accounts/{id}/entries': {
    id: 'listEntriesOfAnyAccount',
    description: 'One side of each transfer that touched the account.',
  },
  'get /v1/admin/actions': {
    id: 'listAdminActions',
    description:
      'Each with its reason, kept for ever; narrowed to one transfer or account (`subjectId`), or to one admin.',
  },
  'get /v1/admin/transfers/{id}': {
    id: 'getAnyTransfer',
    description: 'With the people on both sides and what went back.',
  },
  'get /v1/admin/health': {
    id: 'getHealth',
    reply: 'SystemHealth',
    description:
      'Each process answers for itself; one that does not is told as not ready, with null for what it would tell. Looked at once a second at most.',
  },
};
