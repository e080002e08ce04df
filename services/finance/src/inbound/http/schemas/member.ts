import { text as textOf, uuid } from '@florin/service-kit';
import { z } from 'zod';
import type { PersonName } from '../../../app/members/ports.ts';
import { MEMBER_ROLES, MEMBER_STATUSES } from '../../../domain/members/member.ts';

const role = z.enum(MEMBER_ROLES);

export const invitationBody = z
  .strictObject({
    userId: uuid.optional(),
    username: textOf(1, 30).optional(),
    email: z.email().max(320).optional(),
    role,
  })
  .refine((body) => Object.keys(body).length === 2, {
    error: 'must hold exactly one of userId, username and email',
  })
  .transform(({ userId, username, email, role: asked }): { to: PersonName; role: typeof asked } => {
    const to = userId !== undefined ? { userId } : username !== undefined ? { username } : { email: email ?? '' };
    return { to, role: asked };
  });
export const memberChangesBody = z.strictObject({ role });
export const memberParams = z.object({ id: uuid, userId: uuid });
export const membersFilter = z.strictObject({
  status: z
    .preprocess(
      (given) => (typeof given === 'string' ? [given] : given),
      z.array(z.enum(MEMBER_STATUSES)).min(1).max(6),
    )
    .optional()
    .describe('any of these; by default invited and accepted'),
});
export const memberReply = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  role,
  status: z.enum(MEMBER_STATUSES),
  invitedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export const invitationReply = z.object({
  id: z.uuid(),
  wallet: z.object({ id: z.uuid(), name: z.string(), currency: z.string() }),
  owner: z.object({ userId: z.uuid() }),
  role,
  invitedAt: z.iso.datetime(),
});
