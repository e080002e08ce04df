import type { Clock } from '@florin/service-kit';
import type { Session } from './session.ts';

export interface Revocation {
  userId: string;
  /** null: every session of the user that started before `revokedAt` */
  sessionId: string | null;
  exceptSessionId: string | null;
  revokedAt: Date;
  /** after this instant no token of it is valid anyway; absent: the longest life of any token */
  neededUntil?: Date;
}

interface UserMark {
  except: string | null;
  at: number;
  until: number;
}

export interface Revocations {
  add(revocation: Revocation): void;
  has(session: Session): boolean;
  /** entries held, for the metrics */
  size(): number;
}

const SWEEP_EVERY_MS = 3_600_000;
/** A user can hold only so many "all but this one" marks; the oldest are long without effect. */
const MAX_MARKS = 20;

/** The ended sessions whose tokens may still be around. Each is forgotten when its tokens have expired, at the latest after `keepMs`. */
export function createRevocations({
  clock,
  keepMs,
  onAdded = () => undefined,
}: {
  clock: Clock;
  keepMs: number;
  /** told whose session has ended, once `has` knows it */
  onAdded?: (userId: string) => void;
}): Revocations {
  const sessions = new Map<string, number>();
  const users = new Map<string, UserMark[]>();
  let sweptAt = clock().getTime();

  const sweep = () => {
    const now = clock().getTime();
    if (now - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now;
    for (const [id, until] of sessions) if (until < now) sessions.delete(id);
    for (const [id, marks] of users) if (marks.every(({ until }) => until < now)) users.delete(id);
  };

  return {
    add: ({ userId, sessionId, exceptSessionId, revokedAt, neededUntil }) => {
      sweep();
      const at = revokedAt.getTime();
      const until = neededUntil?.getTime() ?? at + keepMs;
      if (sessionId !== null) sessions.set(sessionId, Math.max(until, sessions.get(sessionId) ?? 0));
      else users.set(userId, addMark(users.get(userId) ?? [], { except: exceptSessionId, at, until }));
      onAdded(userId);
    },
    has: ({ identity, startedAt }) =>
      sessions.has(identity.sessionId) ||
      (users.get(identity.userId)?.some(({ except, at }) => startedAt <= at && identity.sessionId !== except) ?? false),
    size: () => sessions.size + users.size,
  };
}

/** A mark makes older ones needless when it excepts nobody or the same session. */
function addMark(marks: readonly UserMark[], mark: UserMark): UserMark[] {
  const covers = (a: UserMark, b: UserMark) => a.at >= b.at && (a.except === null || a.except === b.except);
  if (marks.some((known) => covers(known, mark))) return [...marks];
  return [...marks.filter((known) => !covers(mark, known)), mark].sort((a, b) => a.at - b.at).slice(-MAX_MARKS);
}
