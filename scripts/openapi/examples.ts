/**
 * A body for each operation that takes one, by operationId. People are those of `npm run demo`; ids are of the right form and
 * stand for those of your own things.
 */
const UUID = '01a200bd-91e9-7000-8000-e50cc308e5bc';
const OTHER_UUID = '01a200bd-8722-7675-8e98-5236ba2e37be';
const PASSKEY = {
  id: 'q83vEjRWeJCrze8SNFZ4kA',
  rawId: 'q83vEjRWeJCrze8SNFZ4kA',
  type: 'public-key',
} as const;
const CHALLENGE = 'AaIAvY45cWOeGc780XGDxwAAAAB4lvFF';
const ADDRESS = { email: 'ada@example.com' };
const CODE = { code: '123456' };

const signIn = {
  turnOnOtpFactor: { channel: 'email' },
  confirmTotp: CODE,
  verifySecondFactor: { challenge: CHALLENGE, factor: 'totp', ...CODE, trustDevice: true },
  closeOwnAccount: { payOut: { to: { username: 'ben' } } },
  beginEmailChange: { email: 'ada.fern@example.com' },
  confirmEmailChange: { email: 'ada.fern@example.com', ...CODE },
  beginMobileChange: { mobile: '+4915112345678' },
  confirmMobileChange: { mobile: '+4915112345678', ...CODE },
  signInWithGoogle: { idToken: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMCJ9.c2ln', rememberMe: true },
  signIn: { identifier: 'ada', password: 'correct-horse-42', rememberMe: true },
  checkOtp: { purpose: 'password-reset', identifier: 'ada@example.com', ...CODE },
  sendOtp: { purpose: 'password-reset', identifier: 'ada@example.com', channel: 'email' },
  addPasskey: {
    challenge: CHALLENGE,
    name: 'Phone',
    response: { ...PASSKEY, response: { clientDataJSON: 'eyJ0eXBlIjoiIn0', attestationObject: 'o2NmbXRkbm9uZQ' } },
  },
  signInWithPasskey: {
    challenge: CHALLENGE,
    response: {
      ...PASSKEY,
      response: { clientDataJSON: 'eyJ0eXBlIjoiIn0', authenticatorData: 'SZYN5YgO', signature: 'MEUCIQ' },
    },
  },
  changePassword: { currentPassword: 'correct-horse-42', newPassword: 'better-battery-17' },
  beginPasswordReset: { identifier: 'ada@example.com' },
  resetPassword: { identifier: 'ada@example.com', ...CODE, password: 'better-battery-17' },
  refreshSession: { refreshToken: CHALLENGE },
  register: { ...ADDRESS, password: 'correct-horse-42', name: 'Ada Fern', username: 'ada', locale: 'en-GB' },
  stepUp: { password: 'correct-horse-42' },
  setUsername: { username: 'ada.fern' },
  verifyEmail: { ...ADDRESS, ...CODE },
  resendEmailCode: ADDRESS,
  verifyMobile: { mobile: '+4915112345678', ...CODE },
};

const people = {
  replayDeadLetters: { reason: 'Mail server is back' },
  discardDeadLetters: { reason: 'Sent by hand meanwhile', ids: ['01a200bd-91e9-7000-8000-e50cc308e5bc'] },
  blockUser: { username: 'ben' },
  sendFriendRequest: { username: 'ben' },
  updateOwnProfile: { timeZone: 'Europe/Berlin', locale: 'de-DE', preferences: { firstDayOfTheMonth: 25 } },
  setOwnPicture: {
    image: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  },
  updateNotificationPreferences: { preferences: [{ kind: 'friend-requested', channel: 'email', enabled: false }] },
};

const REASON = { reason: 'Asked for in ticket 4711' };
const TEN = { amount: 1_000, currency: 'USD' };

const money = {
  closeAccount: REASON,
  freezeAccount: REASON,
  unfreezeAccount: REASON,
  setAccountLimits: {
    ...REASON,
    limits: { single: 100_000, daySum: 250_000, dayCount: 100, monthSum: 1_000_000, monthCount: 1_000 },
  },
  adjustBalance: { ...REASON, accountId: UUID, amount: -250 },
  reverseTransfer: { ...REASON, note: 'Sent twice by mistake' },
  createDeposit: { ...TEN, amount: 10_000 },
  receiveFundingCallback: { fundingId: UUID, status: 'succeeded', signature: 'a'.repeat(64) },
  createWithdrawal: TEN,
  createExchange: { quoteId: UUID },
  createExchangeQuote: { from: 'USD', to: 'EUR', amount: 1_000 },
  createHold: { to: { username: 'ben' }, ...TEN, note: 'Deposit for the bike' },
  captureHold: { amount: 800 },
  createPaymentRequest: { from: { username: 'ben' }, ...TEN, note: 'Cinema' },
  payRequest: { amount: 500 },
  scheduleTransfer: {
    to: { username: 'ben' },
    ...TEN,
    note: 'Rent',
    frequency: 'monthly',
    startsAt: '2027-01-31T09:00:00Z',
    timeZone: 'Europe/Berlin',
  },
  updateScheduledTransfer: { amount: 1_200 },
  splitBill: {
    method: 'equal',
    amount: 3_000,
    currency: 'USD',
    note: 'Dinner',
    participants: [{ user: { username: 'ben' } }],
  },
  sendMoney: { to: { username: 'ben' }, amount: 2_550, currency: 'USD', note: 'Dinner' },
  sendBatch: { transfers: [{ to: { username: 'ben' }, ...TEN, note: 'Wages' }], atomic: true },
  refundTransfer: { amount: 500, note: 'One pizza was cold' },
};

const diary = {
  createWallet: { name: 'Cash', type: 'cash', currency: 'EUR', balance: 5_000 },
  updateWallet: { name: 'Purse', creditLimit: 0 },
  inviteMember: { username: 'ben', role: 'writer' },
  updateMember: { role: 'reader' },
  orderWallets: { ids: [UUID] },
  setWalletBalance: { balance: 4_250, description: 'Counted' },
  createCategory: { name: 'Coffee', type: 'expense', icon: 'cup', parentId: OTHER_UUID },
  updateCategory: { name: 'Coffee & tea' },
  orderCategories: { ids: [UUID] },
  mergeCategory: { into: OTHER_UUID },
  createTag: { name: 'holiday' },
  updateTag: { name: 'holiday 2027' },
  mergeTag: { into: OTHER_UUID },
  createTransaction: {
    walletId: UUID,
    categoryId: OTHER_UUID,
    type: 'expense',
    amount: 1_250,
    date: '2026-11-21',
    description: 'Lunch',
    tags: ['holiday'],
  },
  updateTransaction: { amount: 1_350, description: 'Lunch with Ben' },
  changeTransactions: { ids: [UUID], changes: { categoryId: OTHER_UUID, addTags: ['holiday'] } },
  moveBetweenWallets: { fromWalletId: UUID, toWalletId: OTHER_UUID, amount: 2_000, date: '2026-11-21' },
  updateImport: { encoding: 'windows-1252' },
};

const planning = {
  createBudget: { name: 'Food', categoryIds: [OTHER_UUID], period: 'month', amount: 40_000, rollover: 'surplus' },
  updateBudget: { amount: 45_000, thresholds: [50, 90] },
  createGoal: { name: 'Bicycle', walletId: UUID, target: 80_000, targetDate: '2027-06-30' },
  updateGoal: { target: 90_000 },
  closeGoal: { toWalletId: OTHER_UUID },
  pledgeToGoal: { amount: 5_000 },
  withdrawFromGoal: { amount: 2_500 },
  createRecurringTransaction: {
    walletId: UUID,
    categoryId: OTHER_UUID,
    type: 'expense',
    amount: 999,
    description: 'Music',
    frequency: 'monthly',
    startDate: '2026-12-31',
  },
  updateRecurringTransaction: { amount: 1_099 },
  createRule: {
    name: 'Groceries',
    conditions: [{ field: 'text', is: 'contains', value: 'market' }],
    actions: { categoryId: OTHER_UUID, addTags: ['household'] },
  },
  updateRule: { enabled: false },
  orderRules: { ids: [UUID] },
  previewRules: { ruleIds: [UUID], from: '2026-01-01', to: '2026-12-31' },
  applyRules: { ruleIds: [UUID], from: '2026-01-01', to: '2026-12-31' },
  undoRules: { id: UUID },
};

export const examples: Readonly<Record<string, unknown>> = { ...signIn, ...people, ...money, ...diary, ...planning };
