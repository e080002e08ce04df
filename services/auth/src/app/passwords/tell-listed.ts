import type { User } from '../../domain/user.ts';
import { sendNotice, type SendNoticeNeeds } from '../notices/send-notice.ts';
import type { Tx } from '../ports.ts';

export type TellListedNeeds = SendNoticeNeeds;

/** Tells a person that the password a dialect let in is a well-known one. */
export async function tellListed(deps: TellListedNeeds, tx: Tx, user: User): Promise<void> {
  await sendNotice(deps, tx, {
    userId: user.id,
    what: 'password-listed',
    detail: 'Your password is one of the most used ones, which are guessed first. Please change it.',
    link: false,
  });
}
