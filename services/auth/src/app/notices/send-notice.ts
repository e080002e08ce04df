import type { Channel } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

const FREEZE_MS = 7 * 86_400_000;

/** `what` of auth.security-changed.v1: notify has a text for each. */
export type Notice =
  | 'new-device'
  | 'password-changed'
  | 'password-reset'
  | 'password-listed'
  | 'refresh-reused'
  | 'contact-changed'
  | 'contact-restored'
  | 'factor-added'
  | 'factor-removed'
  | 'recovery-codes-low'
  | 'roles-changed'
  | 'frozen'
  | 'handed-over'
  | 'username-changed'
  | 'terminated';

export interface NoticeInput {
  userId: string;
  what: Notice;
  /** one sentence for the person */
  detail: string;
  alsoTo?: { channel: Channel; to: string }[];
  /** undo of a change of address instead of "this wasn't me" */
  undo?: { channel: Channel; address: string };
  /** false when there is nothing to undo or freeze */
  link?: boolean;
}

const UNDO_MS = 48 * 3_600_000;

/** Tells a person of a change of security, with a link that freezes the account or, for an address, takes the change back. */
export async function sendNotice(
  deps: Pick<Deps, 'actionLinks' | 'clock' | 'secrets'>,
  tx: Tx,
  input: NoticeInput,
): Promise<void> {
  const now = deps.clock();
  let sealedLink: string | null = null;
  if (input.link !== false) {
    const token = deps.secrets.newToken();
    await deps.actionLinks.insert(tx, {
      tokenHash: deps.secrets.hashToken(token),
      userId: input.userId,
      kind: input.undo ? 'undo-contact' : 'freeze',
      data: input.undo ?? {},
      createdAt: now,
      expiresAt: new Date(now.getTime() + (input.undo ? UNDO_MS : FREEZE_MS)),
      usedAt: null,
    });
    sealedLink = deps.secrets.sealLink(`/v1/auth/links/${token}`);
  }
  tx.emit('auth.security-changed.v1', {
    userId: input.userId,
    what: input.what,
    detail: input.detail,
    alsoTo: input.alsoTo ?? [],
    sealedLink,
    occurredAt: now.toISOString(),
  });
}
