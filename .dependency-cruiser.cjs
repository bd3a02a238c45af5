/** Which folder may import which. The order inside a service: functions → app → domain; adapters implement ports. */
const inService = (folder) => `^services/[^/]+/src/${folder}`;
const aws = '(^|/)node_modules/(@aws-sdk|@aws-lambda-powertools|@smithy|aws-cdk-lib)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Modules that need each other are one module, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'services-stand-alone',
      comment: 'A service never imports another: what crosses a border is in packages/contracts.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/([^/]+)/', pathNot: '^services/$1/' },
    },
    {
      name: 'only-infra-and-tests-import-services',
      comment:
        'Packages, tools and apps know services by their contracts. The catalogue’s seed is data that pictures are drawn from; what a service gives to be measured is in its bench.ts.',
      severity: 'error',
      from: { pathNot: '^(services|infra|tests)/' },
      to: { path: '^services/', pathNot: ['^services/catalog/seed/', '^services/[^/]+/bench\\.ts$'] },
    },
    {
      name: 'packages-stand-below',
      comment: 'Packages import packages, nothing above them.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|apps|infra|tools|tests)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports itself and contracts: no ports, no adapters, no AWS, nothing of Node.',
      severity: 'error',
      from: { path: inService('domain/'), pathNot: '\\.test\\.ts$' },
      to: {
        path: [
          inService('(app|adapters|functions)/'),
          inService('(ports|config|deps)\\.ts$'),
          aws,
          '^packages/service-kit/',
        ],
      },
    },
    {
      name: 'app-takes-ports',
      comment: 'A use case takes what it needs as arguments; who made it is the wiring’s business.',
      severity: 'error',
      from: { path: inService('app/'), pathNot: '\\.test\\.ts$' },
      to: { path: [inService('(adapters|functions)/'), inService('(config|deps)\\.ts$'), aws] },
    },
    {
      name: 'adapters-implement-ports',
      comment: 'An adapter knows ports and the domain, never who uses it.',
      severity: 'error',
      from: { path: inService('adapters/') },
      to: { path: [inService('(app|functions)/'), inService('deps\\.ts$')] },
    },
    {
      name: 'functions-only-wire',
      comment: 'A function gets its adapters from deps.ts and its use case from app.',
      severity: 'error',
      from: { path: inService('functions/'), pathNot: '\\.test\\.ts$' },
      to: { path: inService('functions/') },
    },
    {
      name: 'stacks-import-no-source',
      comment:
        'What synthesizes and what runs in a function meet in folders of bundles; of the source, only names and contracts are shared.',
      severity: 'error',
      from: { path: '^services/[^/]+/(stack|workflow|app)\\.ts$' },
      to: { path: '^services/[^/]+/src/((app|adapters|functions|domain)/|(config|deps)\\.ts)' },
    },
    {
      name: 'runtime-without-cdk',
      comment: 'The CDK in a bundle costs every cold start.',
      severity: 'error',
      from: { path: ['^services/[^/]+/src/', '^packages/(contracts|service-kit)/src/'] },
      to: { path: ['node_modules/(aws-cdk-lib|constructs)/', '^packages/cdk-kit/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cdk\\.out|\\.local|\\.reports|\\.turbo)/' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
