/** The import rules of CONTRIBUTING.md. */
const NAMES = 'auth|users|ledger|finance|notify';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'service-to-service',
      comment: 'a service never imports another service, nor the gateway',
      severity: 'error',
      from: { path: `^services/(${NAMES})/` },
      to: { path: `^(gateway|services/(?!$1/)(${NAMES}))/` },
    },
    { name: 'gateway-to-service', severity: 'error', from: { path: '^gateway/' }, to: { path: '^services/' } },
    {
      name: 'package-to-service',
      severity: 'error',
      from: { path: '^(packages|proto)/' },
      to: { path: '^(services|gateway|stack)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain imports only itself, errors, money and calendar',
      severity: 'error',
      from: { path: `^services/(${NAMES})/src/domain/`, pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['/src/domain/', '^packages/(errors|money|calendar)/', '^(node:)?(crypto|net)$'] },
    },
    {
      name: 'app-knows-ports-only',
      comment: 'use cases see the domain, their ports and packages; adapters are handed in by composition.ts',
      severity: 'error',
      from: { path: `^services/(${NAMES})/src/app/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^services/(${NAMES})/src/(inbound|outbound|composition|config|main)` },
    },
    {
      name: 'starts-without-development-tools',
      comment: '`npm ci --omit=dev && npm start` works: what runs imports no devDependency',
      severity: 'error',
      from: {
        path: '^(gateway|services|packages|proto|stack)/',
        pathNot: '\\.test\\.ts$|/test/|/conformance|^packages/testing/',
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'embedded-is-development-only',
      severity: 'error',
      from: { path: '^(gateway|services)/', pathNot: '\\.test\\.ts$|/test/' },
      to: { path: '^packages/(embedded|testing)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'proto/gen|\\.florin' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
};
