import type { Member, MemberRole } from '../../domain/members/member.ts';
import type { Slice } from '../ports.ts';

/** A person as others name them. */
export type PersonName = { userId: string } | { username: string } | { email: string };

export interface People {
  /**
   * The id of a person whom another may ask for something. Throws NOT_FOUND, INVALID_ARGUMENT, CONFLICT, FORBIDDEN,
   * RATE_LIMITED as for a friend request, UNAVAILABLE.
   */
  findToAsk(askingId: string, to: PersonName): Promise<string>;
}

/** What a member may do with a wallet, and whose it is. */
export interface Access {
  ownerId: string;
  walletId: string;
  role: MemberRole;
}

export type MemberWithWallet = Member & { walletName: string; currency: string };

/** Memberships that end together: of all of one side's; of both or of those before a time, or invitations alone. */
export interface Ending {
  side: { ownerId: string } | { userId: string };
  /** the other side's person */
  otherId?: string;
  invitedBefore?: Date;
  invitationsOnly?: boolean;
}

export interface MemberStore {
  insert(member: Member): Promise<void>;
  /** The one of a person that has not ended, locked when asked. */
  find(ownerId: string, walletId: string, userId: string, lock?: 'update'): Promise<Member | undefined>;
  /** The same, found by its member alone. */
  findOwn(userId: string, walletId: string, lock?: 'update'): Promise<Member | undefined>;
  /** An invitation of the person, whatever became of it, locked. */
  lockInvitation(userId: string, id: string): Promise<Member | undefined>;
  /** In order of their invitations. */
  list(ownerId: string, walletId: string, statuses: readonly Member['status'][], slice: Slice): Promise<Member[]>;
  /** Open invitations to a person, oldest first. */
  invitations(userId: string, slice: Slice): Promise<MemberWithWallet[]>;
  /** How many members and invitations the wallet has, and how many invitations of its owner are open. */
  counts(ownerId: string, walletId: string): Promise<{ ofWallet: number; open: number }>;
  /** How many wallets are shared with the person. */
  joined(userId: string): Promise<number>;
  /** When the owner invited anybody since a time, when this person, and when this person declined since another; latest first. */
  asked(
    ownerId: string,
    userId: string,
    since: { invited: Date; declined: Date },
  ): Promise<{ invited: Date[]; pair: Date[]; declined: Date[] }>;
  /** What the person may do with those of the wallets that are shared with them and do not rest. */
  access(userId: string, walletIds: readonly string[]): Promise<Access[]>;
  /** The same for the wallet of a posted row. */
  accessToRow(userId: string, transactionId: string): Promise<Access | undefined>;
  /** The same for one wallet; who ends the membership or changes its role waits for the end of the transaction. */
  lockAccess(userId: string, walletId: string): Promise<Access | undefined>;
  update(id: string, changes: Partial<Member>): Promise<Member>;
  /** Ends memberships; returns those that had not ended yet, as they were, with the names of their wallets. */
  end(ending: Ending, now: Date): Promise<MemberWithWallet[]>;
  /** Notes whether a person is frozen, unless a later change is known. */
  setFrozen(userId: string, frozen: boolean, at: Date): Promise<void>;
  isAnyFrozen(userIds: readonly string[]): Promise<boolean>;
}
