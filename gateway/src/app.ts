import express from 'express';
import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { FlorinError } from '@florin/errors';
import { problemHandler, requestContext, type Logger, type Metrics } from '@florin/service-kit';
import type { Config } from './config.ts';
import type { DialectServer } from './dialect-server/index.ts';
import type { Dialect } from './dialects/dialect.ts';
import { dialectOpenApi } from './dialects/openapi.ts';
import { mountDocs } from './docs/routes.ts';
import { allowedOriginsOf, crossOrigin } from './edge/cross-origin.ts';
import { guard } from './edge/guard.ts';
import { mountProbes, type Checks } from './probes/probes.ts';
import { securityHeaders } from './edge/security-headers.ts';
import type { WebBuild } from './web/build.ts';
import { serveWeb } from './web/routes.ts';

export interface AppOptions {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  metricsText: () => Promise<string>;
  checks: Checks;
  services: Checks;
  identify: RequestHandler;
  /** the merged document of /v1 */
  document: object;
  dialects: readonly Dialect[];
  dialectServer: DialectServer;
  /** what ends here below /v1 */
  own: RequestHandler[];
  proxy: RequestHandler;
  /** undefined where the web app was not built */
  webBuild: WebBuild | undefined;
}

/** The gateway's HTTP side, in the order a request passes it. */
export function createApp(options: AppOptions): Express {
  const { config, logger, metrics } = options;
  const allowedOrigins = allowedOriginsOf(config);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.set('query parser', 'simple');

  app.use(requestContext(logger, metrics));
  app.use(securityHeaders({ publicUrl: config.PUBLIC_URL }));
  app.use(guard());
  app.use(crossOrigin(allowedOrigins));
  const { checks, services } = options;
  mountProbes(app, { metrics, metricsText: options.metricsText, checks, services, access: config.METRICS });
  // before anybody is counted: a page with its files is one visit, and costs nothing
  app.use(serveWeb({ build: options.webBuild, deployment: config.DEPLOYMENT, publicUrl: config.PUBLIC_URL }));
  app.use(options.identify);
  app.use(...options.own);
  // before the many routes of docs and dialects, none of which lies under a path of a service
  app.use(options.proxy);
  mountDocs(app, {
    main: options.document,
    dialects: documentsOf(options.dialects, allowedOrigins),
    publicUrl: config.PUBLIC_URL,
  });
  app.use(options.dialectServer.routes);
  app.use((request, _response, next) => {
    next(new FlorinError('NOT_FOUND', `There is no ${request.path}`));
  });
  app.use(fresh());
  app.use(options.dialectServer.errors);
  app.use(problemHandler(logger));
  return app;
}

function documentsOf(dialects: readonly Dialect[], allowedOrigins: readonly string[]) {
  const origins = allowedOrigins.length === 0 ? 'none (ALLOWED_ORIGINS)' : allowedOrigins.join(', ');
  return Object.fromEntries(
    dialects.map((dialect) => [
      dialect.name,
      {
        title: dialect.title,
        document: dialectOpenApi({
          ...dialect,
          description: `${dialect.description}\n\nBrowser origins that may call, with cookies: ${origins}`,
        }),
      },
    ]),
  );
}

/** An error is never the answer to keep. */
function fresh(): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (!response.headersSent) {
      response.removeHeader('ETag');
      response.setHeader('Cache-Control', 'no-store');
    }
    next(error);
  };
}
