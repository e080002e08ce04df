import type { User } from '../../domain/user.ts';
import { sendNotice } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';
import type { Deps } from '../index.ts';

/** Tells a person that the password a dialect let in is a well-known one. */
export async function tellListed(deps: Deps, tx: Tx, user: User): Promise<void> {
  await sendNotice(deps, tx, {
    userId: user.id,
    what: 'password-listed',
    detail: 'Your password is one of the most used ones, which are guessed first. Please change it.',
    link: false,
  });
}
