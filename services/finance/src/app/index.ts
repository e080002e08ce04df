import { bindUseCases, type Clock, type Gather, type Limit } from '@florin/service-kit';
import { addAttachment } from './attachments/add-attachment.ts';
import { forgetAttachments } from './attachments/forget-attachments.ts';
import { getAttachment } from './attachments/get-attachment.ts';
import { listAttachments } from './attachments/list-attachments.ts';
import type { AttachmentFiles } from './attachments/ports.ts';
import { removeAttachment } from './attachments/remove-attachment.ts';
import { createBudget } from './budgets/create-budget.ts';
import { deleteBudget } from './budgets/delete-budget.ts';
import { detailBudgets } from './budgets/detail-budgets.ts';
import { getBudget } from './budgets/get-budget.ts';
import { listBudgetPeriods } from './budgets/list-budget-periods.ts';
import { listBudgets } from './budgets/list-budgets.ts';
import { queryBudgets } from './budgets/query-budgets.ts';
import { updateBudget } from './budgets/update-budget.ts';
import { readImport } from './import-work/read-import.ts';
import { changeTransactions } from './bulks/change-transactions.ts';
import { forgetBulks } from './bulks/forget-bulks.ts';
import { undoChange } from './bulks/undo-change.ts';
import { createCategory } from './categories/create-category.ts';
import { deleteCategory } from './categories/delete-category.ts';
import { getCategory } from './categories/get-category.ts';
import { listCategories } from './categories/list-categories.ts';
import { mergeCategory } from './categories/merge-category.ts';
import { orderCategories } from './categories/order-categories.ts';
import { queryCategories } from './categories/query-categories.ts';
import { updateCategory } from './categories/update-category.ts';
import { exportAll } from './exports/export-all.ts';
import { exportTransactions } from './exports/export-transactions.ts';
import { closeGoal } from './goals/close-goal.ts';
import { createGoal } from './goals/create-goal.ts';
import { getGoal } from './goals/get-goal.ts';
import { listGoals } from './goals/list-goals.ts';
import { movePledge } from './goals/move-pledge.ts';
import { updateGoal } from './goals/update-goal.ts';
import { compareCategories } from './insights/compare-categories.ts';
import { compareTags } from './insights/compare-tags.ts';
import { getCashFlow } from './insights/get-cash-flow.ts';
import { getFlows } from './insights/get-flows.ts';
import { getForecast } from './insights/get-forecast.ts';
import { getNetWorth } from './insights/get-net-worth.ts';
import type { RateSource } from './insights/ports.ts';
import { changeImport } from './imports/change-import.ts';
import { commitImport } from './imports/commit-import.ts';
import { forgetImports } from './imports/forget-imports.ts';
import { getImport } from './imports/get-import.ts';
import { listImportRows } from './imports/list-import-rows.ts';
import { listImports } from './imports/list-imports.ts';
import { postImport } from './import-work/post-import.ts';
import { receiveImport } from './imports/receive-import.ts';
import { takeBackImport } from './import-work/take-back-import.ts';
import { undoImport } from './imports/undo-import.ts';
import { watchImport } from './imports/watch-import.ts';
import { findAccess, findOwner } from './members/find-access.ts';
import { answerInvitation } from './members/answer-invitation.ts';
import { changeMember } from './members/change-member.ts';
import { dropMemberships } from './members/drop-memberships.ts';
import { endMembership } from './members/end-membership.ts';
import { inviteMember } from './members/invite-member.ts';
import { getMember, listInvitations, listMembers } from './members/list-members.ts';
import { partPeople } from './members/part-people.ts';
import type { People } from './members/ports.ts';
import { setFrozen } from './members/set-frozen.ts';
import { recordReversal } from './movements/record-reversal.ts';
import { recordTransfer } from './movements/record-transfer.ts';
import { reconcile } from './operations/reconcile.ts';
import { endOwner } from './owners/end-owner.ts';
import { forgetKeys } from './owners/forget-keys.ts';
import { getTimeZone } from './owners/get-time-zone.ts';
import type { Known, PreferencesSource } from './owners/ports.ts';
import { setUpOwner } from './owners/set-up-owner.ts';
import type { Stores, Transactions } from './ports.ts';
import { changeRecurring } from './recurring/change-recurring.ts';
import { createRecurring } from './recurring/create-recurring.ts';
import { deleteRecurring } from './recurring/delete-recurring.ts';
import { findCandidates } from './candidates/find-candidates.ts';
import { getRecurring } from './recurring/get-recurring.ts';
import { listOccurrences } from './occurrences/list-occurrences.ts';
import { listRecurring } from './recurring/list-recurring.ts';
import { postRecurring } from './recurring/post-recurring.ts';
import { retryOccurrence } from './occurrences/retry-occurrence.ts';
import { updateRecurring } from './recurring/update-recurring.ts';
import { applyRules } from './rules/apply-rules.ts';
import { createRule } from './rules/create-rule.ts';
import { deleteRule } from './rules/delete-rule.ts';
import { getRule } from './rules/get-rule.ts';
import { listRules } from './rules/list-rules.ts';
import { orderRules } from './rules/order-rules.ts';
import { previewRules } from './rules/preview-rules.ts';
import { undoRules } from './rules/undo-rules.ts';
import { updateRule } from './rules/update-rule.ts';
import { getSummary } from './summaries/get-summary.ts';
import { getWalletSummary } from './summaries/get-wallet-summary.ts';
import { createTag } from './tags/create-tag.ts';
import { deleteTag } from './tags/delete-tag.ts';
import { getTag } from './tags/get-tag.ts';
import { listTags } from './tags/list-tags.ts';
import { mergeTag } from './tags/merge-tag.ts';
import { renameTag } from './tags/rename-tag.ts';
import { createTransaction, type CreateOrder, type Created } from './transactions/create-transaction.ts';
import { dateTransactions } from './transactions/date-transactions.ts';
import { deleteTransaction } from './transactions/delete-transaction.ts';
import { detailTransactions } from './transactions/detail-transactions.ts';
import { getTransaction } from './transactions/get-transaction.ts';
import { listTransactions } from './transactions/list-transactions.ts';
import { queryTransactions } from './transactions/query-transactions.ts';
import { transferBetweenWallets } from './transactions/transfer-between-wallets.ts';
import { updateTransaction } from './transactions/update-transaction.ts';
import { createWallet } from './wallets/create-wallet.ts';
import { deleteWallet } from './wallets/delete-wallet.ts';
import { getWallet } from './wallets/get-wallet.ts';
import { listWallets } from './wallets/list-wallets.ts';
import { orderWallets } from './wallets/order-wallets.ts';
import type { Ledger } from './wallets/ports.ts';
import { queryWallets } from './wallets/query-wallets.ts';
import { reopenWallet } from './wallets/reopen-wallet.ts';
import { setBalance } from './wallets/set-balance.ts';
import { updateWallet } from './wallets/update-wallet.ts';

/** What the use cases are made with. */
export interface Deps extends Transactions {
  /** does together what is created at the same time */
  creates: Gather<CreateOrder, Created>;
  /** each call in a transaction of its own */
  stores: Stores;
  ledger: Ledger;
  attachmentFiles: AttachmentFiles;
  /** how many bytes of attachments a person may have */
  attachmentBytes: number;
  rates: RateSource;
  preferences: PreferencesSource;
  people: People;
  /** who has the default categories, who has the main wallet; which operations are posted, by their ids */
  known: Record<'categories' | 'mainWallet' | 'settled', Known>;
  clock: Clock;
  newId: () => string;
  /** currency of main wallets */
  currency: string;
  /** whether income, debt, transfers and adjustments may raise wallets of the ledger's own accounts */
  noteIntoLedgerAccounts: boolean;
  /** whether the ledger was away when it was last asked; true at the start of the process, when nobody knows */
  outage: { noticed: boolean };
  /** called after a commit that wrote events */
  nudge: () => void;
  /** a person's share of costly reads: begins one, and returns what ends it */
  takeTurn: Record<'toExport' | 'toSearch' | 'toWatch', (ownerId: string) => () => void>;
  /** places for them, everybody's */
  costlyReads: Limit;
}

const recurring = {
  changeRecurring,
  createRecurring,
  deleteRecurring,
  findCandidates,
  getRecurring,
  listOccurrences,
  listRecurring,
  postRecurring,
  retryOccurrence,
  updateRecurring,
};

const goals = { closeGoal, createGoal, getGoal, listGoals, movePledge, updateGoal };

const rules = {
  applyRules,
  createRule,
  deleteRule,
  getRule,
  listRules,
  orderRules,
  previewRules,
  undoRules,
  updateRule,
};

const wallets = {
  createWallet,
  listWallets,
  queryWallets,
  getWallet,
  updateWallet,
  setBalance,
  deleteWallet,
  reopenWallet,
  orderWallets,
};
const categories = {
  createCategory,
  listCategories,
  queryCategories,
  getCategory,
  updateCategory,
  deleteCategory,
  mergeCategory,
  orderCategories,
};
const members = {
  findAccess,
  findOwner,
  inviteMember,
  listMembers,
  getMember,
  changeMember,
  endMembership,
  listInvitations,
  answerInvitation,
  partPeople,
  dropMemberships,
  setFrozen,
};
const tags = { createTag, listTags, getTag, renameTag, deleteTag, mergeTag };

const useCases = {
  setUpOwner,
  endOwner,
  getTimeZone,
  ...wallets,
  ...categories,
  ...tags,
  ...members,
  createTransaction,
  transferBetweenWallets,
  listTransactions,
  queryTransactions,
  detailTransactions,
  getTransaction,
  updateTransaction,
  changeTransactions,
  undoChange,
  deleteTransaction,
  recordTransfer,
  recordReversal,
  addAttachment,
  listAttachments,
  getAttachment,
  removeAttachment,
  forgetAttachments,
  createBudget,
  listBudgets,
  listBudgetPeriods,
  queryBudgets,
  detailBudgets,
  getBudget,
  updateBudget,
  deleteBudget,
  exportAll,
  exportTransactions,
  receiveImport,
  readImport,
  listImports,
  getImport,
  listImportRows,
  changeImport,
  commitImport,
  postImport,
  undoImport,
  takeBackImport,
  watchImport,
  forgetImports,
  getSummary,
  getWalletSummary,
  ...recurring,
  ...goals,
  ...rules,
  getCashFlow,
  getForecast,
  getNetWorth,
  compareCategories,
  compareTags,
  getFlows,
  reconcile,
  dateTransactions,
  forgetKeys,
  forgetBulks,
};

/** All that this service can do. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, useCases);
}

export type UseCases = ReturnType<typeof createUseCases>;
