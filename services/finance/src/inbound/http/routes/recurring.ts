import { route, type Route } from '@florin/service-kit';
import type { UseCases } from '../../../app/index.ts';
import { idParams } from '../schemas.ts';
import {
  candidatesReply,
  newRecurringBody,
  occurrenceParams,
  occurrenceReply,
  occurrencesReply,
  recurringChangesBody,
  recurringFilter,
  recurringReply,
  upcomingReply,
} from '../schemas/recurring.ts';
import { candidateView, occurrenceView, recurringView, upcomingView } from '../views/recurring.ts';
import { created, resourceRoutes } from './resource.ts';

const tag = 'recurring-transactions';
const access = 'user';
const PATH = `/v1/${tag}`;

export function recurringRoutes(useCases: UseCases): Route[] {
  const own = resourceRoutes({
    tag,
    schema: recurringReply,
    view: recurringView,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Plan an income, expense, debt or transfer between own wallets that comes again and again',
      body: newRecurringBody,
      errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_EXCEEDED', 'UNAVAILABLE'],
      run: useCases.createRecurring,
    },
    list: { summary: 'Own recurring transactions, oldest first', filter: recurringFilter, run: useCases.listRecurring },
    get: { summary: 'One recurring transaction', errors: ['NOT_FOUND'], run: useCases.getRecurring },
    change: {
      summary: 'Change what is still to come',
      body: recurringChangesBody,
      errors: ['NOT_FOUND', 'CONFLICT'],
      run: useCases.updateRecurring,
    },
    remove: {
      summary: 'Delete a recurring transaction; what was posted stays',
      errors: ['NOT_FOUND'],
      run: useCases.deleteRecurring,
    },
  });
  // before /:id, which would take "candidates" for an id
  return [candidatesRoute(useCases), ...own, ...changeRoutes(useCases), ...occurrenceRoutes(useCases)];
}

function candidatesRoute({ findCandidates }: UseCases): Route {
  return route({
    tag,
    access,
    method: 'get',
    path: `${PATH}/candidates`,
    summary: 'What of your last rows seems to come again and again and is not planned yet',
    reply: { status: 200, schema: candidatesReply },
    errors: ['UNAVAILABLE'],
    handler: async ({ identity }) => ({ body: { data: (await findCandidates(identity.userId)).map(candidateView) } }),
  });
}

function changeRoutes({ changeRecurring }: UseCases): Route[] {
  const summaries = {
    skip: 'Pass the next occurrence over',
    pause: 'Pause a recurring transaction',
    resume: 'Go on with a paused one; what fell due meanwhile is not made up for',
  } as const;
  return (['skip', 'pause', 'resume'] as const).map((change) =>
    route({
      tag,
      access,
      method: 'post',
      path: `${PATH}/:id/${change}`,
      summary: summaries[change],
      params: idParams,
      idempotent: true,
      reply: { status: 200, schema: recurringReply },
      errors: ['NOT_FOUND', 'CONFLICT'],
      handler: async ({ params, identity: { userId: ownerId }, idempotencyKey: key }) => ({
        ...created(await changeRecurring({ ownerId, key, id: params.id, change }), recurringView),
        status: 200,
      }),
    }),
  );
}

function occurrenceRoutes({ listOccurrences, retryOccurrence }: UseCases): Route[] {
  const common = { tag, access, params: idParams } as const;
  return [
    route({
      ...common,
      method: 'get',
      path: `${PATH}/:id/upcoming`,
      summary: 'The next twelve occurrences',
      reply: { status: 200, schema: upcomingReply },
      errors: ['NOT_FOUND'],
      handler: async ({ params, identity: { userId: ownerId } }) => ({
        body: upcomingView(await listOccurrences({ ownerId, id: params.id })),
      }),
    }),
    route({
      ...common,
      method: 'get',
      path: `${PATH}/:id/occurrences`,
      summary: 'The last hundred occurrences, newest first: posted, failed with the reason, passed over',
      reply: { status: 200, schema: occurrencesReply },
      errors: ['NOT_FOUND'],
      handler: async ({ params, identity: { userId: ownerId } }) => ({
        body: { data: (await listOccurrences({ ownerId, id: params.id })).past.map(occurrenceView) },
      }),
    }),
    route({
      ...common,
      method: 'post',
      path: `${PATH}/:id/occurrences/:number/retry`,
      summary: 'Try a failed occurrence once more; a posted one is returned as it is',
      params: occurrenceParams,
      reply: { status: 200, schema: occurrenceReply },
      errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
      handler: async ({ params, identity: { userId: ownerId } }) => ({
        body: occurrenceView(await retryOccurrence({ ownerId, id: params.id, number: params.number })),
      }),
    }),
  ];
}
