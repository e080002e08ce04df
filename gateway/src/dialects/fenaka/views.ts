import type { User__Output } from '@florin/proto/gen/auth/florin/auth/v1/User.ts';

const LOCAL_DIGITS = 7;

/** The local number of an account: what people of this API type. */
export function localMobile({ mobile }: Pick<User__Output, 'mobile'>): string {
  return mobile.slice(-LOCAL_DIGITS);
}

/** A person as published. */
export function personView(user: User__Output) {
  const { id, name, email, createdAt, updatedAt } = user;
  return {
    id,
    name,
    mobile: localMobile(user),
    email: email === '' ? null : email,
    createdAt,
    updatedAt,
    deletedAt: null,
  };
}

export const EXAMPLE = {
  person: {
    id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
    name: 'Aisha',
    mobile: '7771234',
    email: 'aisha@example.com',
    createdAt: '2026-01-05T08:30:00.000Z',
    updatedAt: '2026-01-05T08:30:00.000Z',
    deletedAt: null,
  },
  mobile: { mobile: '7771234' },
};
