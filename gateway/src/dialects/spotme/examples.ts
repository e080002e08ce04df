/** Requests and replies shown in the OpenAPI document. */
const newUser = {
  id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  name: 'Ada Fern',
  username: 'ada',
  email: 'ada@example.com',
  balance: 0,
  img: '',
};
const user = { ...newUser, balance: 74.5 };
const friend = { id: '019a8d2e-7c20-7d4b-8e5f-60718293a4b5', name: 'Ben Oak', username: 'ben' };
const { img: _, ...listed } = user;

export const EXAMPLE = {
  newUser,
  user,
  stranger: friend,
  friend: { ...friend, email: 'ben@example.com', balance: 25.5 },
  token: { token: 'Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwMTlhIn0.c2ln', expiresIn: '1d' },
  signUp: {
    name: 'Ada Fern',
    username: 'ada',
    email: 'ada@example.com',
    password: 'Password321!',
    confirmPassword: 'Password321!',
  },
  login: { email: 'ada@example.com', password: 'Password321!' },
  changePassword: {
    currentPassword: 'Password321!',
    newPassword: 'P@$$w0rd4you',
    confirmPassword: 'P@$$w0rd4you',
  },
  transaction: {
    id: '019a8d2f-0a11-7b22-8c33-9d44ae55bf66',
    sender: listed,
    recipient: { ...friend, email: 'ben@example.com', balance: 25.5 },
    amount: 25.5,
    message: 'Dinner',
    createdAt: '2026-11-21',
    created: '2026-11-21T19:30:00.000Z',
    userIsSender: true,
  },
};
