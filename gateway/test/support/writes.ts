/** Every write of the dialects that takes effect once, and which method of a service carries it out. */
export interface Send {
  method: string;
  verb: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body: Record<string, unknown>;
  headers?: Record<string, string>;
}

export const ADA = '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4';
export const BEN = '019a8d2e-7c20-7d4b-8e5f-60718293a4b5';
const main = { ownerId: ADA, kind: 'main', currency: 'USD', available: '1000' };
const row = (noun: string) => ({
  [noun]: {
    id: BEN,
    type: 'expense',
    direction: 'out',
    amount: '100',
    currency: 'IDR',
    balance: '100',
    spent: '0',
    remaining: '0',
  },
});
const user = { id: ADA, name: 'Ada', username: 'ada', email: 'ada@example.com', mobile: '+9607771234' };
const session = { id: BEN, token: 'a.new.token', expiresAt: '2026-12-22T09:00:00.000Z' };

/** What the services answer; `outcome` makes it a reply of auth. */
export const usual: Record<string, () => unknown> = {
  getMe: () => ({ me: { profile: { userId: ADA, name: 'Ada', username: 'ada' }, email: 'ada@example.com' } }),
  getAccounts: () => ({ accounts: [main] }),
  getUsers: () => ({ users: [user] }),
  getWallet: () => row('wallet'),
  postTransfers: () => ({ results: [{ transfer: { id: BEN } }] }),
  deposit: () => ({ status: 'succeeded' }),
  createTransaction: () => row('transaction'),
  updateTransaction: () => row('transaction'),
  deleteTransaction: () => ({}),
  createWallet: () => row('wallet'),
  updateWallet: () => row('wallet'),
  deleteWallet: () => ({}),
  createCategory: () => row('category'),
  updateCategory: () => row('category'),
  deleteCategory: () => ({}),
  createBudget: () => row('budget'),
  updateBudget: () => row('budget'),
  deleteBudget: () => ({}),
  transferBetweenWallets: () => ({}),
  requestFriend: () => ({}),
  answerFriendRequest: () => ({}),
  updateMe: () => usual['getMe']!(),
  spinWheel: () => ({ reward: 100, lastSpin: '2026-11-22T19:59:59.000Z' }),
  checkIn: () => ({ points: 35, lastCheckin: '2026-11-22T19:59:59.999Z' }),
  signUp: () => ({ outcome: 'OUTCOME_CREATED', user, session }),
  signOut: () => ({}),
  verifyContact: () => ({ outcome: 'CODE_OUTCOME_OK', user, session }),
  resetPassword: () => ({ outcome: 'CODE_OUTCOME_OK', user }),
  verifyPasswordReset: () => ({ outcome: 'CODE_OUTCOME_OK', user }),
  changePassword: () => ({ outcome: 'OUTCOME_CHANGED', user, session }),
  changeName: () => ({ outcome: 'OUTCOME_CHANGED', user }),
  closeAccount: () => ({}),
  completeSecondFactor: () => ({ outcome: 'OUTCOME_SIGNED_IN', user, session }),
  confirmTotp: () => ({ outcome: 'TOTP_OUTCOME_OK', user }),
  toggleTotp: () => ({ outcome: 'TOTP_OUTCOME_OK', enabled: true, user }),
  resetSecondFactors: () => ({ outcome: 'OUTCOME_RESET', user }),
};

const EMAIL = 'ada@example.com';
const PASSWORD = 'Password321!';
const CONNECT = { cookie: 'connect.sid=a-reset-token' };
let counter = 0;

/** Each of them, every time with something of its own. */
export function writes(): Send[] {
  const n = (counter += 1);
  const finance = '/api/v1/finance';
  const code = String(100_000 + n);
  const days = { periodStart: '2026-11-01', periodEnd: '2026-11-30' };
  const row = `019a8d2e-7c20-7d4b-8e5f-${String(n).padStart(12, '0')}`;
  const password = `Password321!${n}`;
  const send = (method: string, verb: Send['verb'], path: string, body: Send['body'] = {}, headers = {}): Send => ({
    method,
    verb,
    path,
    body,
    headers,
  });
  const owned = ['Transaction', 'Wallet', 'Category', 'Budget'].flatMap((noun) => [
    send(`update${noun}`, 'PUT', `${finance}/${noun.toLowerCase()}/${row}`, { description: `${n}` }),
    send(`delete${noun}`, 'DELETE', `${finance}/${noun.toLowerCase()}/${row}`),
  ]);
  return [
    send('postTransfers', 'POST', '/transaction/send', { recipientID: BEN, message: `lunch ${n}`, amount: 1 }),
    send('deposit', 'POST', '/transaction/add-balance', { amount: n }),
    send('createTransaction', 'POST', `${finance}/transaction`, { walletId: ADA, categoryId: BEN, amount: n }),
    send('createWallet', 'POST', `${finance}/wallet`, { type: 'Cash', name: `Pocket ${n}` }),
    send('createCategory', 'POST', `${finance}/category`, { type: 'EXPENSE', name: `Coffee ${n}` }),
    send('createBudget', 'POST', `${finance}/budget`, { amount: n, ...days, categoryId: BEN }),
    send('transferBetweenWallets', 'POST', `${finance}/transaction/transfer`, {
      originWalletId: ADA,
      destinationWalletId: BEN,
      amount: n,
    }),
    ...owned,
    send('requestFriend', 'POST', '/auth/add-friend', { recipientID: row }),
    send('answerFriendRequest', 'POST', '/auth/handle-friend-request', { recipientID: row, acceptedRequest: 'true' }),
    send('answerFriendRequest', 'POST', '/auth/handle-friend-request', { recipientID: row, acceptedRequest: 'false' }),
    send('spinWheel', 'POST', `/user/uf-wallet/spin-wheel?card_number=${n}`),
    send('checkIn', 'PUT', '/user/check-in'),
    send('updateMe', 'PUT', '/user/update', { gender: `g${n}` }),
    send('updateMe', 'PUT', '/api/v1/user/update', { name: `Ada ${n}` }),
    send('signUp', 'POST', '/auth/signup', {
      name: 'Ada',
      username: `ada${n}`,
      email: EMAIL,
      password: PASSWORD,
      confirmPassword: PASSWORD,
    }),
    send('signUp', 'POST', '/auth/register', { email: `a${n}@example.com`, password: PASSWORD, dob: '1998-01-23' }),
    send('signUp', 'POST', '/api/v1/auth/register', { email: `a${n}@example.com`, password: PASSWORD, name: 'Ada' }),
    send('signUp', 'POST', '/auth/register-mobile', {
      name: 'Aisha',
      mobile: String(7_000_000 + n),
      password: PASSWORD,
    }),
    send('verifyContact', 'POST', '/auth/verify', { email: EMAIL, otp: code, platform: 'web' }),
    send('completeSecondFactor', 'POST', '/auth/verify', {
      email: EMAIL,
      otp: code,
      platform: 'web',
      '2faToken': 'kq3',
    }),
    send('verifyContact', 'POST', '/api/v1/auth/verify', { email: EMAIL, code }),
    send('resetPassword', 'POST', '/auth/reset-password', { email: EMAIL, otp: code, password }),
    send('resetPassword', 'POST', '/api/v1/auth/reset-password', { email: EMAIL, code, password }),
    send('verifyPasswordReset', 'POST', '/auth/verify-otp/password-reset', { otp: code }, CONNECT),
    send('resetPassword', 'POST', '/auth/password-reset', { password }, CONNECT),
    send('completeSecondFactor', 'POST', '/2fa/verify-totp', { totp_code: code, user_id: ADA, challenge: 'kq3' }),
    send('confirmTotp', 'POST', '/2fa/create-user-2fa', { qr_secret: 'JBSWY3DPEHPK3PXP', totp_code: code }),
    send('toggleTotp', 'PUT', '/2fa/update-user-2fa', { totp_code: code }),
    send('resetSecondFactors', 'PUT', '/2fa/reset-user-2fa', { user_id: row }),
    send('changeName', 'POST', '/auth/change-account', { updateType: 'name', updatedField: `Ada ${n}` }),
    ...enders(),
  ];
}

/** Those that end the session they come with. */
export function enders(): Send[] {
  const n = (counter += 1);
  const [oldPassword, newPassword] = [PASSWORD, `Password321!${n}`];
  const send = (method: string, verb: Send['verb'], path: string, body: Send['body'] = {}): Send => ({
    method,
    verb,
    path,
    body,
  });
  const spotme = { currentPassword: oldPassword, newPassword, confirmPassword: newPassword };
  return [
    send('changePassword', 'POST', '/auth/change-password', spotme),
    send('changePassword', 'POST', '/api/v1/auth/change-password', { oldPassword, password: newPassword }),
    send('changePassword', 'PUT', '/api/v1/user/change-password', { oldPassword, newPassword }),
    send('closeAccount', 'DELETE', '/api/v1/user/delete'),
    send('signOut', 'POST', '/auth/logout'),
  ];
}

/** Writes that may be repeated as they are. */
export const REPEATABLE = new Map([
  ['POST /auth/login', 'signs in again'],
  ['POST /auth/signin', 'signs in again'],
  ['POST /auth/google-login', 'signs in again'],
  ['POST /api/v1/auth/login', 'signs in again'],
  ['POST /auth/send-otp', 'sends nothing within 30 s, a new code after that'],
  ['POST /api/v1/auth/resend-code', 'as send-otp'],
  ['POST /api/v1/auth/forgot-password', 'as send-otp'],
  ['POST /auth/password-reset/request', 'as send-otp, with another cookie'],
  ['POST /auth/check-otp', 'reads'],
  ['POST /auth/profile-pic', 'reads'],
  ['POST /auth/search-query', 'reads'],
  ['POST /auth/is-friend', 'reads'],
  ['POST /auth/update-profile-pic', 'sets the same picture again'],
]);
