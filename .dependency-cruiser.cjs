// "Who may import what" of docs/architecture.md, one rule a row of its table.
const feature = '^apps/server/src/(?!platform/)([^/]+)/';
const testFile = '\\.test\\.tsx?$|/testing/|\\.test-support\\.ts$|\\.sample\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\?(inline|url|raw)$', '^virtual:'] },
    },
    {
      name: 'domain-imports-only-itself',
      comment: 'Pure: no Node, no DOM, no library.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: testFile },
      to: { pathNot: '^packages/domain/src' },
    },
    {
      name: 'regulations-import-domain-and-zod',
      severity: 'error',
      from: { path: '^packages/regulations/src', pathNot: testFile },
      to: { pathNot: ['^packages/(regulations|domain)/', '^node_modules/zod/'] },
    },
    {
      name: 'contract-imports-domain-and-zod',
      severity: 'error',
      from: { path: '^packages/contract/src', pathNot: testFile },
      to: { pathNot: ['^packages/contract/src', '^packages/domain/src', '^node_modules/zod/'] },
    },
    {
      name: 'features-meet-at-public-files',
      severity: 'error',
      from: { path: feature, pathNot: testFile },
      to: { path: feature, pathNot: ['^apps/server/src/$1/', '\\.public\\.ts$'] },
    },
    {
      name: 'features-do-not-import-composition',
      severity: 'error',
      from: { path: '^apps/server/src/[^/]+/', pathNot: testFile },
      to: { path: '^apps/server/src/[^/]+\\.ts$' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: testFile },
      to: { path: [feature, '^packages/regulations/', '^packages/domain/src/(?!shared/)'] },
    },
    {
      name: 'server-does-not-import-web',
      severity: 'error',
      from: { path: '^(apps/server|packages)/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'web-does-not-import-server',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'web-features-do-not-meet',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/', pathNot: testFile },
      to: { path: '^apps/web/src/(features/(?!$1/)|app/)' },
    },
    {
      name: 'web-ui-has-no-feature-words',
      severity: 'error',
      from: { path: '^apps/web/src/ui/', pathNot: testFile },
      to: { path: ['^packages/', '^apps/web/src/(features|app|offline)/'] },
    },
    {
      name: 'web-platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/platform/', pathNot: testFile },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'nothing-imports-tests-bench-scripts',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: testFile },
      to: { path: ['^(tests|bench|scripts)/', testFile] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
