import type { OperationTexts } from '../texts.ts';

export const planning: OperationTexts = {
  'post /v1/budgets': {
    id: 'createBudget',
    reply: 'Budget',
    description:
      "Amounts are minor units of the budget's currency. Recurring budgets follow your own calendar; `rollover` carries what is left or too much over.",
  },
  'get /v1/budgets': {
    id: 'listBudgets',
    description: 'Spent, remaining, safe per day and pace of the period that runs now.',
  },
  'get /v1/budgets/{id}': {
    id: 'getBudget',
    description:
      'With the arithmetic of the period that runs now: amount + carried = available, less spent = remaining.',
  },
  'patch /v1/budgets/{id}': {
    id: 'updateBudget',
    description: 'Fields that are not named stay. Takes `If-Match`. A threshold that is crossed anew is told again.',
  },
  'delete /v1/budgets/{id}': {
    id: 'deleteBudget',
    description: 'Transactions stay as they are.',
  },
  'get /v1/budgets/{id}/periods': {
    id: 'listBudgetPeriods',
    description: 'Up to 520 periods, each with its own arithmetic.',
  },
  'post /v1/goals': {
    id: 'createGoal',
    reply: 'Goal',
    description:
      "`target` in minor units of the wallet's currency. Money pledged to it is out of the wallet, so that it can't be spent twice.",
  },
  'get /v1/goals': {
    id: 'listGoals',
    description: 'With progress and, where there is a date, what a month has to bring.',
  },
  'get /v1/goals/{id}': {
    id: 'getGoal',
    description: 'A goal of somebody else is answered as one that does not exist.',
  },
  'patch /v1/goals/{id}': {
    id: 'updateGoal',
    description: 'Fields that are not named stay. Takes `If-Match`. Moves no money.',
  },
  'delete /v1/goals/{id}': {
    id: 'deleteGoal',
    description: 'What it holds is posted back to the wallet it came from first.',
  },
  'post /v1/goals/{id}/close': {
    id: 'closeGoal',
    description:
      'What it holds is posted to the wallet named, of the same currency, as far as noted money may go there.',
  },
  'post /v1/goals/{id}/pledge': {
    id: 'pledgeToGoal',
    description: 'In minor units. Refused with INSUFFICIENT_FUNDS when the wallet has less.',
  },
  'post /v1/goals/{id}/withdraw': {
    id: 'withdrawFromGoal',
    description: 'In minor units. Refused with INSUFFICIENT_FUNDS when the goal holds less.',
  },
  'get /v1/insights/cash-flow': {
    id: 'getCashFlow',
    reply: 'CashFlow',
    description: 'By currency, in minor units. `walletId` narrows; `currency` converts by dated rates.',
  },
  'get /v1/insights/categories': {
    id: 'getCategoryInsights',
    reply: 'CategoryInsights',
    description: 'By currency, in minor units, refunds netted.',
  },
  'get /v1/insights/flows': {
    id: 'getFlows',
    reply: 'Flows',
    description: 'By currency, in minor units. Transfers between own wallets are left out.',
  },
  'get /v1/insights/forecast': {
    id: 'getForecast',
    reply: 'Forecast',
    description:
      'By currency, in minor units, day by day. A forecast is no promise: it knows what is planned and nothing else.',
  },
  'get /v1/insights/net-worth': {
    id: 'getNetWorth',
    reply: 'NetWorth',
    description: 'By currency, in minor units, read from kept sums of days.',
  },
  'get /v1/insights/tags': {
    id: 'getTagInsights',
    reply: 'TagInsights',
    description: 'By currency, in minor units, refunds netted. Tags overlap, so that their sums are not a whole.',
  },
  'post /v1/recurring-transactions': {
    id: 'createRecurringTransaction',
    reply: 'RecurringTransaction',
    description: 'Posted by itself, once each, on days of your own calendar with a rule for weekends.',
  },
  'get /v1/recurring-transactions': {
    id: 'listRecurringTransactions',
    description: 'With the next day of each.',
  },
  'get /v1/recurring-transactions/candidates': {
    id: 'findRecurringCandidates',
    description: 'Found by text, amount and distance of days. Nothing is made.',
  },
  'get /v1/recurring-transactions/{id}': {
    id: 'getRecurringTransaction',
    description: 'One of somebody else is answered as one that does not exist.',
  },
  'patch /v1/recurring-transactions/{id}': {
    id: 'updateRecurringTransaction',
    description: 'Fields that are not named stay. Takes `If-Match`. What was posted stays.',
  },
  'delete /v1/recurring-transactions/{id}': {
    id: 'deleteRecurringTransaction',
    description: 'Nothing more is posted by it.',
  },
  'get /v1/recurring-transactions/{id}/occurrences': {
    id: 'listOccurrences',
    description: 'With the transaction of each that was posted.',
  },
  'post /v1/recurring-transactions/{id}/occurrences/{number}/retry': {
    id: 'retryOccurrence',
    reply: 'Occurrence',
    description: 'Posts it under the same id as the first try, so that it is there once.',
  },
  'post /v1/recurring-transactions/{id}/pause': {
    id: 'pauseRecurringTransaction',
    description: 'Nothing is posted until it is resumed.',
  },
  'post /v1/recurring-transactions/{id}/resume': {
    id: 'resumeRecurringTransaction',
    description: 'Goes on with the next day from today.',
  },
  'post /v1/recurring-transactions/{id}/skip': {
    id: 'skipOccurrence',
    description: 'The one after it comes on its day.',
  },
  'get /v1/recurring-transactions/{id}/upcoming': {
    id: 'listUpcomingOccurrences',
    description: 'Days only: nothing is posted by asking.',
  },
  'post /v1/rules': {
    id: 'createRule',
    reply: 'Rule',
    description:
      'Conditions on text, amount, counterparty, wallet and type; the first rule that matches decides the category. At most 200 rules.',
  },
  'get /v1/rules': {
    id: 'listRules',
    description: 'The first that matches decides.',
  },
  'post /v1/rules/apply': {
    id: 'applyRules',
    description: 'What was changed can be taken back by `undoRules` for ten minutes.',
  },
  'put /v1/rules/order': {
    id: 'orderRules',
    description: 'Those named come first, in that order; the others keep theirs behind them.',
  },
  'post /v1/rules/preview': {
    id: 'previewRules',
    reply: 'RulePreview',
    description: 'With rules that are not made yet, too.',
  },
  'post /v1/rules/undo': {
    id: 'undoRules',
    description: 'Takes the id that `applyRules` answered with.',
  },
  'get /v1/rules/{id}': {
    id: 'getRule',
    description: 'A rule of somebody else is answered as one that does not exist.',
  },
  'patch /v1/rules/{id}': {
    id: 'updateRule',
    description: 'Fields that are not named stay. What it filed before stays filed.',
  },
  'delete /v1/rules/{id}': {
    id: 'deleteRule',
    description: 'The order of the others stays.',
  },
};
