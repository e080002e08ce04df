/** Every queue of events that outlives its process, named by service and purpose: where an operator looks for dead letters. */
export const CONSUMERS = [
  'auth.profiles',
  'users.profiles',
  'ledger.main-account',
  'ledger.points',
  'ledger.frozen',
  'ledger.terminated',
  'finance.owners',
  'finance.transfers',
  'notify.codes',
  'notify.inbox',
] as const;
