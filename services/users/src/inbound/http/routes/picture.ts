import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { idParams, pictureBody, pictureSchema } from '../schemas.ts';
import { pictureView } from '../views.ts';

const common = { tag: 'people', access: 'user' } as const;
const MAX_MEGABYTES = 5;
/** 5 MB as base64, and its JSON */
const MAX_BODY_BYTES = 7 * 1024 * 1024;

export function pictureRoutes(useCases: UseCases): Route[] {
  return [
    route({
      method: 'put',
      path: '/v1/users/me/picture',
      summary: 'Set your picture from a JPEG, PNG, WebP or GIF of at most 5 MB',
      ...common,
      body: pictureBody,
      maxBodyBytes: MAX_BODY_BYTES,
      reply: { status: 200, schema: pictureSchema },
      errors: ['NOT_FOUND', 'PAYLOAD_TOO_LARGE', 'RATE_LIMITED', 'UNAVAILABLE'],
      handler: async ({ identity: { userId }, body }) => {
        const image = Buffer.from(body.image, 'base64');
        const { contentType, bytes } = await useCases.setPicture({ userId, image, maxMegabytes: MAX_MEGABYTES });
        return { body: { contentType, bytes: bytes.length, url: `/v1/users/${userId}/picture` } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/users/me/picture',
      summary: 'Take your picture away',
      ...common,
      reply: { status: 204, description: 'Gone' },
      handler: async ({ identity }) => {
        await useCases.removePicture(identity.userId);
        return {};
      },
    }),
    route({
      method: 'get',
      path: '/v1/users/me/picture',
      summary: 'Your picture',
      ...common,
      reply: { status: 200, contentType: 'image/jpeg' },
      errors: ['NOT_FOUND'],
      handler: async ({ identity }) =>
        pictureView(await useCases.getPicture({ viewerId: identity.userId, userId: identity.userId })),
    }),
    route({
      method: 'get',
      path: '/v1/users/:id/picture',
      summary: "A person's picture",
      ...common,
      params: idParams,
      reply: { status: 200, contentType: 'image/jpeg' },
      errors: ['NOT_FOUND'],
      handler: async ({ identity, params }) =>
        pictureView(await useCases.getPicture({ viewerId: identity.userId, userId: params.id })),
    }),
  ];
}
