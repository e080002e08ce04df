export { ConfigError } from './config-error.ts';
export { busEnv, busFaults, env, incomplete, isPublished, loadConfig, processEnv, telemetryEnv } from './config.ts';
export { continueTrace, currentContext, nextTraceparent, runInContext, type Context } from './context.ts';
export { csvLine } from './csv.ts';
export { createGrpcClient, type GrpcClient } from './grpc/client.ts';
export { createServiceClient, type ServiceClient } from './grpc/service-client.ts';
export { toMessage } from './grpc/message.ts';
export { createGrpcServer, type GrpcMethods } from './grpc/server.ts';
export { cookieValues } from './http/cookies.ts';
export { createHttpApp } from './http/app.ts';
export { problemHandler, problemReply } from './http/errors.ts';
export { requireMatch } from './http/json-reply.ts';
export {
  TIMEOUT_HEADER,
  contextOf,
  createRequestLog,
  readBody,
  requestContext,
  uploaded,
  requireAccess,
} from './http/middleware.ts';
export { toOpenApi } from './http/openapi/routes.ts';
export { jsonSchema, openApiDocument, openApiPath } from './http/openapi/document.ts';
export { decodeCursor, encodeCursor, pageQuery, pageSchema, toPage } from './http/pagination.ts';
export { route, type Access, type Reply, type Route, type RouteInput } from './http/route.ts';
export { createHttpServer } from './http/server.ts';
export { readText, textFault } from './http/text.ts';
export { amountSchema, instant, longText, text, validate } from './http/validate.ts';
export { IDENTITY_HEADER, createIdentitySigner, createServiceTokens } from './identity.ts';
export type { Identity, IdentitySigner, Role, ServiceTokens } from './identity.ts';
export { isUuid, newId, readUuid, systemClock, uuid, type Clock } from './ids.ts';
export { decodeJson, encodeJson, fromJson, toJson } from './json.ts';
export { createLogger, type Logger } from './logger.ts';
export { exemplarOf } from './telemetry/exemplar.ts';
export { createMetrics, SECONDS, type Metrics, type PoolUse } from './telemetry/metrics.ts';
export { childSpan, ended, inSpan } from './telemetry/in-span.ts';
export { isTracing, openSpan, type Span, type SpanKind } from './telemetry/spans.ts';
export { tracing } from './telemetry/tracing.ts';
export { requestHash } from './request-hash.ts';
export { deriveKey, seal, unseal } from './seal.ts';
export { createProcess, type Process } from './process/create-process.ts';
export { createService, type Service, type Step } from './process/lifecycle.ts';
export { bindUseCases, inertUseCases } from './process/use-cases.ts';
export { createBreaker } from './work/breaker.ts';
export { createJob, createJobs, type Job } from './work/jobs.ts';
export { createGather, type Gather } from './work/gather.ts';
export { createLimit, type Limit } from './work/limit.ts';
export { createShare, createTurns, inTurn, type Share } from './work/turns.ts';
export { createLookUp, type LookUp } from './work/vain-looks.ts';
