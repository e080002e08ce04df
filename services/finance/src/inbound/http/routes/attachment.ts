import { route, uploaded, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import type { Acting } from '../../../app/members/find-access.ts';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES, type Attachment } from '../../../domain/filing/attachment.ts';
import { actForOwner } from '../caller.ts';
import { idParams } from '../schemas.ts';
import { attachmentParams, attachmentReply, attachmentsReply } from '../schemas/attachment.ts';
import { fileNameOf } from './import.ts';
import { created } from './resource.ts';

const PATH = '/v1/transactions/:id/attachments';
const common = { tag: 'transactions', access: 'user' } as const;

const attachmentView = ({ id, name, type, bytes, createdAt }: Attachment) => {
  return { id, name, type, bytes: Number(bytes), createdAt };
};

export function attachmentRoutes(useCases: UseCases): Route[] {
  return [addRoute(useCases), ...readRoutes(useCases), removeRoute(useCases)];
}

function addRoute(useCases: UseCases): Route {
  return route({
    ...common,
    method: 'post',
    path: PATH,
    summary: 'Attach an image or a PDF to a transaction, at most 10 to each',
    upload: 'The file as it is, with its Content-Length, at most 10 MiB; its name goes into Content-Disposition',
    params: idParams,
    idempotent: true,
    reply: { status: 201, schema: attachmentReply },
    errors: ['NOT_FOUND', 'FORBIDDEN', 'PAYLOAD_TOO_LARGE', 'LIMIT_EXCEEDED', 'UNAVAILABLE'],
    handler: async ({ params: { id: transactionId }, identity: { userId }, idempotencyKey: key, request }) => {
      const name = fileNameOf(request.get('content-disposition')) || 'attachment';
      const size = Number(request.get('content-length'));
      const bytes = uploaded(request, MAX_ATTACHMENT_BYTES);
      const order = { key, transactionId, name, size, bytes };
      const attach = (as: Acting) => useCases.addAttachment({ ...as, ...order });
      return created(await actForOwner(useCases, { userId, need: 'write', transactionId }, attach), attachmentView);
    },
  });
}

function readRoutes(useCases: UseCases): Route[] {
  const { listAttachments, getAttachment } = useCases;
  return [
    route({
      ...common,
      method: 'get',
      path: PATH,
      summary: 'What is attached to a transaction, oldest first',
      params: idParams,
      reply: { status: 200, schema: attachmentsReply },
      errors: ['NOT_FOUND'],
      handler: async ({ params: { id: transactionId }, identity: { userId } }) => {
        const found = await actForOwner(useCases, { userId, need: 'read', transactionId }, ({ ownerId }) =>
          listAttachments({ ownerId, transactionId }),
        );
        return { body: { data: found.map(attachmentView) } };
      },
    }),
    route({
      ...common,
      method: 'get',
      path: `${PATH}/:attachmentId`,
      summary: 'An attached file',
      params: attachmentParams,
      reply: { status: 200, contentType: ATTACHMENT_TYPES },
      errors: ['NOT_FOUND', 'UNAVAILABLE'],
      handler: async ({ params: { id: transactionId, attachmentId: id }, identity: { userId } }) => {
        const asked = { userId, need: 'read', transactionId } as const;
        const { attachment, bytes } = await actForOwner(useCases, asked, ({ ownerId }) =>
          getAttachment({ ownerId, transactionId, id }),
        );
        return {
          body: bytes,
          contentType: attachment.type,
          headers: {
            'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(attachment.name)}`,
            'Content-Length': String(attachment.bytes),
            'X-Content-Type-Options': 'nosniff',
            'Cache-Control': 'private, no-store',
          },
        };
      },
    }),
  ];
}

/** As RFC 8187 wants it: encodeURIComponent leaves some characters that are not allowed. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

function removeRoute(useCases: UseCases): Route {
  return route({
    ...common,
    method: 'delete',
    path: `${PATH}/:attachmentId`,
    summary: 'Take an attachment away for good',
    params: attachmentParams,
    reply: { status: 204 },
    errors: ['NOT_FOUND', 'FORBIDDEN'],
    handler: async ({ params: { id: transactionId, attachmentId: id }, identity: { userId } }) => {
      await actForOwner(useCases, { userId, need: 'write', transactionId }, ({ ownerId }) =>
        useCases.removeAttachment({ ownerId, transactionId, id }),
      );
      return {};
    },
  });
}
