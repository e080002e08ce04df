import type { Route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { cardRoutes } from './card-routes.ts';
import { friendRoutes } from './friend-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { pictureRoutes } from './picture-routes.ts';

/** Every `/v1` route of this service. */
export function routes(useCases: UseCases): Route[] {
  return [...peopleRoutes(useCases), ...pictureRoutes(useCases), ...cardRoutes(useCases), ...friendRoutes(useCases)];
}
