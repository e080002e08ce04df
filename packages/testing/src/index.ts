export { axeFaults, chromiumPath, startBrowser } from './browser/chromium.ts';
export { createTestClock, type TestClock } from './clock.ts';
export {
  createTestDatabase,
  testMongoUrl,
  testNamespace,
  type Template,
  type TestDatabase,
} from './stores/database.ts';
export { TEST_SECRET, createHttpClient, identityHeaders, type TestReply, type TestRequest } from './http.ts';
export { freePorts } from '@florin/embedded/ports';
export { dropTestNamespace } from './stores/namespace.ts';
export { testStores, type TestStores } from './stores/stores.ts';
export { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';
export { waitFor } from './wait-for.ts';
export type { Browser, Page } from 'playwright-core';
export { zipOf } from './zip.ts';
