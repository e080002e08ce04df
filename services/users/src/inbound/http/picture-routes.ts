import type { Route } from '@florin/service-kit';
import { route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import type { Picture } from '../../app/people/pictures.ts';
import { idParams, pictureBody, pictureSchema } from './schemas.ts';

const tag = 'people';
/** 5 MB as base64, and its JSON */
const MAX_BODY_BYTES = 7 * 1024 * 1024;

export function pictureRoutes({ pictures }: UseCases): Route[] {
  return [
    route({
      method: 'put',
      path: '/v1/users/me/picture',
      summary: 'Set your picture from a JPEG, PNG, WebP or GIF of at most 5 MB',
      tag,
      access: 'user',
      body: pictureBody,
      maxBodyBytes: MAX_BODY_BYTES,
      reply: { status: 200, schema: pictureSchema },
      errors: ['NOT_FOUND', 'PAYLOAD_TOO_LARGE', 'UNAVAILABLE'],
      handler: async ({ identity, body }) => {
        const { contentType, bytes } = await pictures.set(identity.userId, Buffer.from(body.image, 'base64'));
        return { body: { contentType, bytes: bytes.length, url: `/v1/users/${identity.userId}/picture` } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/users/me/picture',
      summary: 'Take your picture away',
      tag,
      access: 'user',
      reply: { status: 204, description: 'Gone' },
      handler: async ({ identity }) => {
        await pictures.remove(identity.userId);
        return {};
      },
    }),
    route({
      method: 'get',
      path: '/v1/users/me/picture',
      summary: 'Your picture',
      tag,
      access: 'user',
      reply: { status: 200, contentType: 'image/jpeg' },
      errors: ['NOT_FOUND'],
      handler: async ({ identity }) => renderPicture(await pictures.get(identity.userId)),
    }),
    route({
      method: 'get',
      path: '/v1/users/:id/picture',
      summary: "A person's picture",
      tag,
      access: 'user',
      params: idParams,
      reply: { status: 200, contentType: 'image/jpeg' },
      errors: ['NOT_FOUND'],
      handler: async ({ params }) => renderPicture(await pictures.get(params.id.toLowerCase())),
    }),
  ];
}

function renderPicture({ bytes, contentType }: Picture) {
  const headers = { 'Cache-Control': 'private, max-age=60', 'X-Content-Type-Options': 'nosniff' };
  return { body: bytes, contentType, headers };
}
