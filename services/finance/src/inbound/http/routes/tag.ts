import { type Route, route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { idParams, mergeBody, tagBody, tagReply, tagsFilter } from '../schemas.ts';
import { tagView } from '../views.ts';
import { created, resourceRoutes } from './resource.ts';

const TAG = 'tags';

export function tagRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag: TAG,
    schema: tagReply,
    view: tagView,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Make a tag; using a new one in a transaction makes it, too',
      body: tagBody,
      errors: ['CONFLICT', 'LIMIT_EXCEEDED'],
      run: useCases.createTag,
    },
    list: { summary: 'Own tags, oldest first', filter: tagsFilter, run: useCases.listTags },
    get: { summary: 'One tag', errors: ['NOT_FOUND'], run: useCases.getTag },
    change: {
      summary: 'Rename a tag in all its transactions',
      body: tagBody,
      errors: ['NOT_FOUND', 'CONFLICT'],
      run: useCases.renameTag,
    },
    remove: { summary: 'Delete a tag; its transactions stay', errors: ['NOT_FOUND'], run: useCases.deleteTag },
  });
  const merge = route({
    tag: TAG,
    access: 'user',
    method: 'post',
    path: '/v1/tags/:id/merge',
    summary: 'Give every transaction of a tag another one, and delete it',
    params: idParams,
    body: mergeBody,
    idempotent: true,
    reply: { status: 200, schema: tagReply },
    errors: ['NOT_FOUND'],
    handler: async ({ params, body, identity: { userId: ownerId }, idempotencyKey: key }) => ({
      ...created(await useCases.mergeTag({ ownerId, key, id: params.id, intoId: body.into }), tagView),
      status: 200,
    }),
  });
  return [...own, merge];
}
