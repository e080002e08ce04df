import { readIdentifier } from '../app/accounts/identifiers.ts';
import type { UseCases } from '../app/index.ts';

const USAGE = `usage: npm run admin -w services/auth -- <command>
  grant <e-mail|username> [admin|support]    give a role (admin unless said); the person signs in again
  revoke <e-mail|username> [admin|support]   take it away
  sign-out <e-mail|username>                 end every session of the person
  audit <e-mail|username>                    check the person's audit log for changes`;

export interface AdminAnswer {
  ok: boolean;
  text: string;
}

/** What an operator may do from the command line, for which one must have the database and the secret. */
export async function runAdmin(
  useCases: UseCases,
  [command = '', who = '', role = 'admin']: string[],
): Promise<AdminAnswer> {
  if (
    !['grant', 'revoke', 'sign-out', 'audit'].includes(command) ||
    who === '' ||
    (role !== 'admin' && role !== 'support')
  ) {
    return { ok: false, text: USAGE };
  }
  const user = await useCases.findAccount(readIdentifier(who));
  if (!user) return { ok: false, text: `Nobody is registered as ${who}` };
  if (command === 'sign-out') {
    const ended = await useCases.revokeUserSessions(user.id, 'operator');
    return { ok: true, text: `${who} was signed out of ${ended} sessions` };
  }
  if (command === 'audit') return audit(useCases, user.id, who);
  const changed = await useCases.setRole({ userId: user.id, role, give: command === 'grant' });
  if (!changed) return { ok: false, text: `The account of ${who} is not active` };
  return { ok: true, text: `${who} has the roles: ${changed.roles.join(', ')}` };
}

async function audit({ checkAudit }: UseCases, userId: string, who: string): Promise<AdminAnswer> {
  const { entries, brokenAt } = await checkAudit(userId);
  if (brokenAt !== undefined) return { ok: false, text: `The audit log of ${who} was changed at entry ${brokenAt}` };
  return { ok: true, text: `The audit log of ${who} is whole: ${entries} entries` };
}
