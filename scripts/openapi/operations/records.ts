import type { OperationTexts } from '../texts.ts';

export const records: OperationTexts = {
  'post /v1/categories': {
    id: 'createCategory',
    reply: 'Category',
    description: 'Names are unique among those of one level and type. A category under another has its type.',
  },
  'get /v1/categories': {
    id: 'listCategories',
    description: 'With how they stand under each other (`parentId`). Deleted ones are not there.',
  },
  'put /v1/categories/order': {
    id: 'orderCategories',
    description: 'Those named come first, in that order; the others keep theirs behind them.',
  },
  'get /v1/categories/{id}': {
    id: 'getCategory',
    description: 'A category of somebody else is answered as one that does not exist.',
  },
  'patch /v1/categories/{id}': {
    id: 'updateCategory',
    description: 'Fields that are not named stay. Takes `If-Match`.',
  },
  'delete /v1/categories/{id}': {
    id: 'deleteCategory',
    description: "It can't be chosen any more; budgets over it alone end, recurring transactions on it pause.",
  },
  'post /v1/categories/{id}/merge': {
    id: 'mergeCategory',
    description: 'Transactions, parts of splits, budgets, rules and recurring transactions go over to the target.',
  },
  'get /v1/exports': {
    id: 'exportTransactions',
    description:
      'Streamed; the filters are those of `listTransactions`. Texts that a spreadsheet takes for formulas are made harmless. Limited per person and minute.',
  },
  'post /v1/imports': {
    id: 'createImport',
    description:
      'The body is the file itself, of up to 100 MB, a full export (`format=florin`, without `walletId`) of up to 600 MB. Format, encoding and mapping are found unless they are given. Answers 202: reading goes on in the background.',
  },
  'get /v1/imports': {
    id: 'listImports',
    description: 'Those that nobody commits are forgotten after 30 days.',
  },
  'get /v1/imports/{id}': {
    id: 'getImport',
    reply: 'Import',
    description:
      'Counts, sums, problems with line and column, and progress. With `Accept: text/event-stream`, as events while it changes.',
  },
  'patch /v1/imports/{id}': {
    id: 'updateImport',
    description:
      'Format, encoding or mapping: the file is read again. Rows: which are left out or taken although they look like duplicates.',
  },
  'post /v1/imports/{id}/commit': {
    id: 'commitImport',
    description:
      'Answers 202; a thousand rows at a time are posted. What the ledger refuses takes the whole import back.',
  },
  'get /v1/imports/{id}/rows': {
    id: 'listImportRows',
    description: 'Each with what is read of it, its category, and whether it is new, a duplicate or skipped.',
  },
  'post /v1/imports/{id}/undo': {
    id: 'undoImport',
    description: "Answers 202. What can't be deleted any more stays and is told in `error`.",
  },
  'get /v1/summaries': {
    id: 'getSummary',
    reply: 'Summaries',
    description: 'By currency, in minor units, refunds netted, transfers between own wallets left out.',
  },
  'post /v1/tags': {
    id: 'createTag',
    reply: 'Tag',
    description: 'Names that differ in case alone are one tag. At most 500 a person.',
  },
  'get /v1/tags': {
    id: 'listTags',
    description: 'Oldest first.',
  },
  'get /v1/tags/{id}': {
    id: 'getTag',
    description: 'A tag of somebody else is answered as one that does not exist.',
  },
  'patch /v1/tags/{id}': {
    id: 'updateTag',
    description: 'A name that another tag has is refused with CONFLICT; merge them instead.',
  },
  'delete /v1/tags/{id}': {
    id: 'deleteTag',
    description: 'It is taken off every transaction, and off budgets that count other tags, too.',
  },
  'post /v1/tags/{id}/merge': {
    id: 'mergeTag',
    description: 'A transaction that has both has the target once.',
  },
  'post /v1/transactions': {
    id: 'createTransaction',
    reply: 'Transaction',
    description:
      "Amount in minor units of the wallet's currency, positive; the type says the direction. Posted in the ledger before it answers.",
  },
  'get /v1/transactions': {
    id: 'listTransactions',
    description: 'Filters combine: several values of one ask for any of them, different ones for all.',
  },
  'post /v1/transactions/bulk': {
    id: 'changeTransactions',
    reply: 'Change',
    description: 'Answers with an id that `undoChange` takes for ten minutes.',
  },
  'post /v1/transactions/bulk/{id}/undo': {
    id: 'undoChange',
    description: 'Tells for each what was taken back and what was left.',
  },
  'post /v1/transactions/transfers': {
    id: 'moveBetweenWallets',
    description:
      'In minor units. One posting with a row at each end; between two currencies two postings, made as a whole.',
  },
  'get /v1/transactions/{id}': {
    id: 'getTransaction',
    description: 'A transaction of somebody else is answered as one that does not exist.',
  },
  'patch /v1/transactions/{id}': {
    id: 'updateTransaction',
    description: 'Fields that are not named stay. Takes `If-Match`. A change that is refused has changed nothing.',
  },
  'delete /v1/transactions/{id}': {
    id: 'deleteTransaction',
    description: "Its attachments go once it can't be brought back.",
  },
  'post /v1/transactions/{id}/attachments': {
    id: 'addAttachment',
    reply: 'Attachment',
    description:
      'The body is the file itself: JPEG, PNG, GIF, WebP, HEIC or PDF of up to 10 MiB; its type is told by what stands in it.',
  },
  'get /v1/transactions/{id}/attachments': {
    id: 'listAttachments',
    description: 'Name, type and size of each.',
  },
  'get /v1/transactions/{id}/attachments/{attachmentId}': {
    id: 'getAttachment',
    description: 'Sent as a download, never shown in place.',
  },
  'delete /v1/transactions/{id}/attachments/{attachmentId}': {
    id: 'deleteAttachment',
    description: 'The bytes are deleted with it.',
  },
  'post /v1/wallets': {
    id: 'createWallet',
    reply: 'Wallet',
    description:
      'Mirrors an account elsewhere: it may go below zero unless it is given a limit. The opening balance is an adjustment.',
  },
  'get /v1/wallets': {
    id: 'listWallets',
    description:
      "Those of others have `sharedBy`. Balances are read from the ledger, in minor units of each wallet's currency.",
  },
  'put /v1/wallets/order': {
    id: 'orderWallets',
    description: 'Those named come first, in that order; the others keep theirs behind them.',
  },
  'get /v1/wallets/{id}': {
    id: 'getWallet',
    description: 'A wallet of somebody else that is not shared with you is answered as one that does not exist.',
  },
  'patch /v1/wallets/{id}': {
    id: 'updateWallet',
    description: 'Fields that are not named stay. Takes `If-Match`.',
  },
  'delete /v1/wallets/{id}': {
    id: 'deleteWallet',
    description: "Recurring transactions on it pause. It can be reopened. The main wallet can't be deleted.",
  },
  'post /v1/wallets/{id}/reopen': {
    id: 'reopenWallet',
    description: 'With no money; what was posted out is not brought back.',
  },
  'post /v1/wallets/{id}/set-balance': {
    id: 'setWalletBalance',
    description: 'In minor units, signed. Posts the difference to what the ledger has; none when they are equal.',
  },
  'get /v1/wallets/{id}/categories': {
    id: 'listCategoriesOfWallet',
    description: 'For members, who file rows of a shared wallet under them.',
  },
  'post /v1/wallets/{id}/members': {
    id: 'inviteMember',
    reply: 'Member',
    description:
      "By id, username or e-mail address, as a friend request. Main wallets can't be shared. At most 20 a wallet and 20 invitations a day.",
  },
  'get /v1/wallets/{id}/members': {
    id: 'listMembers',
    description: 'In the order of their invitations. Members see members alone.',
  },
  'get /v1/wallets/{id}/members/{userId}': {
    id: 'getMember',
    description: 'One whose membership has ended is not there.',
  },
  'patch /v1/wallets/{id}/members/{userId}': {
    id: 'updateMember',
    description: 'By the owner of the wallet. Takes `If-Match`.',
  },
  'delete /v1/wallets/{id}/members/{userId}': {
    id: 'endMembership',
    description: 'The owner removes anybody, members themselves alone. Rows stay, with `createdBy`.',
  },
  'get /v1/wallet-invitations': {
    id: 'listWalletInvitations',
    description: 'To you. What is in the wallet is seen by members only.',
  },
  'post /v1/wallet-invitations/{id}/accept': {
    id: 'acceptWalletInvitation',
    description: 'Twice is as once. At most 50 wallets of others.',
  },
  'post /v1/wallet-invitations/{id}/decline': {
    id: 'declineWalletInvitation',
    description: 'Twice is as once. The owner can ask again after a day.',
  },
  'get /v1/exports/full': {
    id: 'exportEverything',
    description: 'Streamed, with attachments. `POST /v1/imports` takes it back. Limited per person and minute.',
  },
};
