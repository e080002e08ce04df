/** Requests and replies shown in the OpenAPI document. */
const user = {
  _id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  username: 'ada',
  register_provider: 'urbanfits',
  image: '',
  phone_prefix: '+971',
  phone_number: '501234567',
  email: 'example@domain.com',
  two_fa_enabled: true,
  role: 'customer',
  is_active: true,
  uf_wallet: {
    card_number: '70517637501230004821',
    bar_code: '/uf-wallet-barcodes/70517637501230004821',
    last_spin_reward: 100,
    last_uf_spin: '2026-11-22T19:59:59.000Z',
    next_uf_spin: '2026-11-25T20:00:00.000Z',
  },
  last_checkin: '2026-11-22T19:59:59.999Z',
  timezone: 'Asia/Dubai',
  user_agent: 'Mozilla/5.0',
  purchases: 0,
  createdAt: '2026-11-21T19:30:00.000Z',
  updatedAt: '2026-11-21T19:30:00.000Z',
  __v: 0,
  firstname: 'Ada',
  lastname: 'Fern',
  gender: 'female',
  title: 'Dr.',
  two_fa_activation_date: '2026-11-21T19:35:00.000Z',
};

export const EXAMPLE = {
  user,
  changes: {
    firstname: 'Ada',
    lastname: 'Fern',
    gender: 'female',
    title: 'Dr.',
    phone_prefix: '+971',
    phone_number: '501234567',
    timezone: 'Asia/Dubai',
  },
  login: { email: 'example@domain.com', password: 'Password321!', register_provider: 'urbanfits', remember_me: true },
  challenge: {
    success: true,
    msg: '',
    redirect_url: '/auth/confirm-2fa-totp?user_id=019a8d2e-6b1f-7c3a-9d4e-5f60718293a4&challenge=kq3',
  },
  verify: { totp_code: '123456', user_id: user._id, challenge: 'kq3' },
  history: {
    _id: '019a8d2f-0a11-7b22-8c33-9d44ae55bf66',
    card_number: user.uf_wallet.card_number,
    year: 2026,
    month: 11,
    source: 'check-in',
    type: 'grant',
    points: 35,
    spent: 0,
    balance: 535,
    total_balance: 535,
    expiration_date: '2026-11-29T10:00:00.000Z',
    reason: 'check-in',
    createdAt: '2026-11-22T10:00:00.000Z',
  },
};

/** `{ success: false, msg }` */
export function failed(msg: string) {
  return { success: false, msg };
}
