import { inertUseCases, type Route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { blockRoutes } from './routes/block.ts';
import { cardRoutes } from './routes/card.ts';
import { friendRoutes } from './routes/friend.ts';
import { personRoutes } from './routes/person.ts';
import { pictureRoutes } from './routes/picture.ts';

/** Every `/v1` route of this service. */
export function createRoutes(useCases: UseCases): Route[] {
  return [
    ...personRoutes(useCases),
    ...pictureRoutes(useCases),
    ...cardRoutes(useCases),
    ...friendRoutes(useCases),
    ...blockRoutes(useCases),
  ];
}

/** The `/v1` route table for the OpenAPI generator. */
export function apiRoutes(): Route[] {
  return createRoutes(inertUseCases());
}
