/**
 * The types of the five published APIs, from their pages: what each success holds at least. A field with a question mark may be
 * missing; a list holds one entry that stands for all.
 */
export type PublishedType =
  'string' | 'number' | 'boolean' | 'null' | 'day' | 'time' | Fields | readonly PublishedType[];
export interface Fields {
  readonly [name: string]: PublishedType;
}

const text = 'string';
const number = 'number';
const flag = 'boolean';
const time = 'time';

const message: Fields = { message: text };
const stranger: Fields = { id: text, name: text, username: text };
const listed: Fields = { ...stranger, email: text, balance: number };
const withUser: Fields = { ...message, user: { ...listed, img: text } };
const withToken: Fields = { ...withUser, token: text, expiresIn: text };
const transfer: Fields = {
  id: text,
  sender: listed,
  recipient: listed,
  amount: number,
  message: text,
  createdAt: 'day',
  created: time,
  userIsSender: flag,
};
const transfers: Fields = { ...message, transactions: [transfer] };

const spotme: Fields = {
  'POST /auth/signup 200': withToken,
  'POST /auth/login 200': withToken,
  'POST /auth/change-password 200': withToken,
  'POST /auth/change-account 200': withUser,
  'POST /auth/update-profile-pic 200': withUser,
  'GET /auth/profile-pic 200': { ...withUser, profilePic: text },
  'POST /auth/profile-pic 200': { ...withUser, profilePic: text },
  'GET /auth/search-query 200': { ...message, users: [stranger] },
  'POST /auth/search-query 200': { ...message, users: [stranger] },
  'GET /auth/is-friend 200': { ...message, status: number },
  'POST /auth/is-friend 200': { ...message, status: number },
  'GET /auth/all-friends 200': { ...message, friends: [listed] },
  'POST /auth/add-friend 200': withUser,
  'POST /auth/handle-friend-request 200': withUser,
  'POST /transaction/send 200': withUser,
  'POST /transaction/add-balance 200': withUser,
  'GET /transaction/user-transactions 200': transfers,
  'GET /transaction/all-transactions 200': transfers,
  'GET /transactions/user-transactions 200': transfers,
  'GET /transactions/all-transactions 200': transfers,
};

const token: Fields = { token: text, id: text };
const otpAuth: Fields = {
  'POST /auth/register 201': { ...message, id: text },
  'POST /auth/login 200': token,
  'POST /auth/google-login 200': { ...token, decoded: {} },
  'POST /auth/send-otp 200': message,
  'POST /auth/check-otp 200': message,
  'POST /auth/verify 200': token,
  'POST /auth/reset-password 200': message,
  'POST /auth/logout 200': message,
};

const mobile: Fields = { mobile: text };
const person: Fields = {
  id: text,
  name: text,
  ...mobile,
  email: text,
  createdAt: time,
  updatedAt: time,
  deletedAt: 'null',
};
const fenaka: Fields = {
  'POST /auth/signin 200': person,
  'POST /auth/register-mobile 201': person,
  'POST /auth/password-reset/request 200': mobile,
  'POST /auth/verify-otp/password-reset 200': mobile,
  'POST /auth/password-reset 200': mobile,
};

const ok: Fields = { success: flag, msg: text };
const user: Fields = {
  _id: text,
  username: text,
  register_provider: text,
  image: text,
  phone_prefix: text,
  phone_number: text,
  email: text,
  two_fa_enabled: flag,
  role: text,
  is_active: flag,
  uf_wallet: {
    card_number: text,
    bar_code: text,
    'last_spin_reward?': number,
    'last_uf_spin?': time,
    'next_uf_spin?': time,
  },
  'last_checkin?': time,
  timezone: text,
  user_agent: text,
  purchases: number,
  createdAt: time,
  updatedAt: time,
  __v: number,
  firstname: text,
  lastname: text,
  gender: text,
  title: text,
  'two_fa_activation_date?': time,
};
const okUser: Fields = { ...ok, user };
const points: Fields = { points: number, spent: number, total_balance: number };
const urbanfits: Fields = {
  'POST /auth/login 200': okUser,
  'POST /auth/logout 200': ok,
  'POST /2fa/verify-totp 200': okUser,
  'GET /2fa/get-qr-code 200': { ...ok, qrSecret: text, qrCodeUrl: text },
  'POST /2fa/create-user-2fa 201': okUser,
  'PUT /2fa/update-user-2fa 200': okUser,
  'PUT /2fa/reset-user-2fa 200': okUser,
  'GET /user/get/me 200': okUser,
  'PUT /user/update 200': okUser,
  'PUT /user/check-in 200': { ...ok, last_checkin: time },
  'POST /user/uf-wallet/spin-wheel 200': { ...ok, reward: number, last_uf_spin: time, 'next_uf_spin?': time },
  'GET /user/uf-wallet/get-balance 200': { ...ok, balance: number, worth: number },
  'GET /user/uf-wallet/get-points-transactions 200': {
    ...ok,
    history: [
      {
        ...points,
        year: number,
        month: number,
        source: text,
        'expiration_date?': time,
        type: text,
        reason: text,
        createdAt: time,
      },
    ],
  },
  'GET /user/uf-wallet/get-weekly-points-history 200': { ...ok, history: [points] },
};

const done: Fields = { status: text, message: text };
const data = (inner: PublishedType): Fields => ({ ...done, data: inner });
const list = (row: Fields): Fields => ({
  ...data([row]),
  currentPage: number,
  totalPages: number,
  startItem: number,
  endItem: number,
  itemLength: number,
  totalItems: number,
});
const wallet: Fields = { id: text, type: text, name: text, currency: text, balance: number, description: text };
const category: Fields = { id: text, type: text, name: text, icon: text };
const sum: Fields = { name: text, type: text, icon: text, amount: number };
const transaction: Fields = {
  id: text,
  type: text,
  amount: number,
  description: text,
  transactionDate: time,
  Wallet: wallet,
  Category: category,
};
const budget: Fields = {
  id: text,
  amount: number,
  periodStart: 'day',
  periodEnd: 'day',
  description: text,
  Category: category,
  spent: number,
  remaining: number,
};
const profile: Fields = {
  id: text,
  name: text,
  email: text,
  isVerified: flag,
  firstDayOfWeek: text,
  firstDayOfTheMonth: number,
  firstMonthOfTheYear: text,
  createdAt: time,
};
const noun = (name: string, row: Fields, created: number): Fields => ({
  [`POST /api/v1/finance/${name} ${created}`]: data(row),
  [`GET /api/v1/finance/${name} 200`]: list(row),
  [`GET /api/v1/finance/${name}/get-all 200`]: [row],
  [`GET /api/v1/finance/${name}/{id} 200`]: data(row),
  [`PUT /api/v1/finance/${name}/{id} 200`]: data(row),
  [`DELETE /api/v1/finance/${name}/{id} 200`]: done,
});
const tracker: Fields = {
  'POST /api/v1/auth/register 200': done,
  'POST /api/v1/auth/verify 200': done,
  'POST /api/v1/auth/resend-code 200': done,
  'POST /api/v1/auth/login 200': data({ ...token, email: text, name: text }),
  'POST /api/v1/auth/forgot-password 200': { ...done, id: text },
  'POST /api/v1/auth/reset-password 200': done,
  'POST /api/v1/auth/change-password 200': done,
  'PUT /api/v1/user/change-password 200': done,
  ...noun('wallet', wallet, 200),
  ...noun('category', category, 200),
  ...noun('budget', budget, 201),
  'POST /api/v1/finance/transaction 200': data(transaction),
  'GET /api/v1/finance/transaction 200': list(transaction),
  'PUT /api/v1/finance/transaction/{id} 200': data(transaction),
  'DELETE /api/v1/finance/transaction/{id} 200': done,
  'POST /api/v1/finance/transaction/transfer 200': done,
  'GET /api/v1/finance/transaction/summary/{walletId} 200': data({
    Wallet: wallet,
    Transactions: [transaction],
    Summary: [sum],
  }),
  'GET /api/v1/finance/transaction/summary-all 200': data({
    SummaryWallet: [{ currency: text, balance: number, income: number, expense: number }],
    SummaryTransaction: [sum],
  }),
  'GET /api/v1/user/my-profile 200': data(profile),
  'PUT /api/v1/user/update 200': data(profile),
  'DELETE /api/v1/user/delete 200': done,
};

/** By dialect, then by method, path and status. */
export const PUBLISHED: Record<string, Fields> = { spotme, 'otp-auth': otpAuth, fenaka, urbanfits, tracker };

/** What every failure of a dialect holds, whatever its status; a list where there are several shapes. */
export const PUBLISHED_FAILURES: Record<string, readonly Fields[]> = {
  spotme: [message],
  'otp-auth': [{ ...message, 'terminated?': flag, 'verificationRequired?': flag, 'decoded?': {} }],
  fenaka: [{ error: text }, { errors: [{ value: text, msg: text, param: text, location: text }] }],
  urbanfits: [ok],
  tracker: [done],
};
