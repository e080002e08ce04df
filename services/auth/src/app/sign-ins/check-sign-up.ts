import { checkTogether, invalidField } from '@florin/errors';
import { isDateOfBirth } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { checkNewPassword } from '../passwords/policy.ts';
import type { NewAccount } from '../accounts/create-account.ts';
import { isUsername, mobileOf, normalEmail } from '../accounts/identifiers.ts';

type Described = Omit<NewAccount, 'via' | 'ip' | 'verify' | 'idempotency'>;

/**
 * What is wrong with the fields of a new account by themselves, all of it; who has what already is not looked at. Throws
 * INVALID_ARGUMENT or PASSWORD_REFUSED; answers whether the password is a listed one, which only `published` lets in.
 */
export function checkSignUp({ clock }: Pick<Deps, 'clock'>, input: Described): { listed: boolean } {
  const { password, policy, name, username, email } = input;
  let listed = false;
  checkTogether(...faultsOf(input, clock()), () => {
    if (password === undefined) return;
    ({ listed } = checkNewPassword(password, { policy, person: { name, username, email } }));
  });
  return { listed };
}

function faultsOf(input: Described, now: Date): (() => void)[] {
  const { email, username, shortestUsername: shortest = 3, mobile, country, dateOfBirth } = input;
  const refuse = (wrong: boolean, field: string, message: string) => () => {
    if (wrong) throw invalidField(field, message);
  };
  return [
    refuse(email !== undefined && normalEmail(email.trim()) === undefined, 'email', 'must be an e-mail address'),
    refuse(email === undefined && mobile === undefined, 'email', 'is needed, or a mobile number'),
    refuse(
      username !== undefined && !isUsername(username, shortest),
      'username',
      `must be ${shortest} to 30 letters, digits, dots, hyphens or underscores`,
    ),
    refuse(
      mobile !== undefined && mobileOf(mobile, country) === undefined,
      'mobile',
      'must be a mobile number with its country, e.g. +9607771234',
    ),
    refuse(
      dateOfBirth !== undefined && !isDateOfBirth(dateOfBirth, now),
      'dateOfBirth',
      'must be in the past, after 1900',
    ),
  ];
}
