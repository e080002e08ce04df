/** A retry of a refresh within this time gets the same successor: the reply to the first may have been lost. */
export const GRACE_MS = 20_000;
/** Rotations remembered for the grace time. */
export const ROTATIONS_KEPT = 16;

export interface Rotation {
  /** rotations so far: the living token's number */
  generation: number;
  /** when the last rotations happened, newest last */
  rotations: Date[];
}

export type RefreshDecision = { kind: 'rotate' } | { kind: 'replay'; generation: number } | { kind: 'reuse' };

/** What a presented refresh token deserves: the living one rotates, a just replaced one gets its successor again, an older one was stolen (RFC 9700 4.14.2). */
export function decideRefresh({ generation, rotations }: Rotation, presented: number, now: Date): RefreshDecision {
  if (presented === generation) return { kind: 'rotate' };
  const age = generation - presented;
  const replacedAt = rotations[rotations.length - age];
  if (age > 0 && replacedAt && now.getTime() - replacedAt.getTime() <= GRACE_MS) {
    return { kind: 'replay', generation: presented + 1 };
  }
  return { kind: 'reuse' };
}
