import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { wholeUser } from '../calls.ts';
import { BAD_PICTURE, asRefusal, refusal } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { pictureBody } from '../schemas.ts';

const common = { tag: 'account', access: 'session' } as const;

/** 12 MB of image in base64, percent-encoded in a form at worst, and the field's name. */
const MAX_BODY_BYTES = 17.5 * 1024 * 1024;
/** such a picture is sent on, decoded and made smaller, which takes long on a busy machine */
const TIMEOUT_MS = 15_000;
const DATA_URL = /^data:image\/[a-z0-9.+-]{1,40};base64,/i;
const IMG = '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD...';

/** Clients send plain base64 or a data: URL; in a form that is not escaped, + has become a space. */
function decode(sent: string): Buffer {
  return Buffer.from(sent.replace(DATA_URL, '').replaceAll(' ', '+'), 'base64');
}

export const pictureRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/auth/update-profile-pic',
    summary: 'Set the picture',
    ...common,
    body: pictureBody,
    maxBodyBytes: MAX_BODY_BYTES,
    example: { profileData64: IMG },
    replies: {
      200: {
        description: 'Set; a small JPEG or WebP is kept',
        example: { message: 'Successfully updated profile picture', user: { ...EXAMPLE.user, img: IMG } },
      },
      400: { description: 'No image, or larger than 12 MB', example: { message: BAD_PICTURE } },
      401: { description: 'Not signed in', example: { message: 'Unauthorized' } },
    },
    handler: async ({ body, session }, deps) => {
      const { userId } = session.identity;
      const image = decode(body.profileData64);
      if (image.length === 0) throw refusal(BAD_PICTURE);
      await deps.clients.users.setPicture({ userId, image }, { timeoutMs: TIMEOUT_MS }).catch((error: unknown) => {
        throw asRefusal(error, { INVALID_ARGUMENT: BAD_PICTURE, PAYLOAD_TOO_LARGE: BAD_PICTURE });
      });
      const user = await wholeUser(deps, userId);
      return { body: { message: 'Successfully updated profile picture', user } };
    },
  }),
  dialectRoute({
    method: ['GET', 'POST'],
    path: '/auth/profile-pic',
    summary: 'The picture',
    ...common,
    replies: {
      200: {
        description: 'The picture in base64, empty when there is none',
        example: { message: 'Retrieved profile pic', profilePic: IMG, user: { ...EXAMPLE.user, img: IMG } },
      },
      401: { description: 'Not signed in', example: { message: 'Unauthorized' } },
    },
    handler: async ({ session }, deps) => {
      const user = await wholeUser(deps, session.identity.userId);
      return { body: { message: 'Retrieved profile pic', profilePic: user.img, user } };
    },
  }),
];
