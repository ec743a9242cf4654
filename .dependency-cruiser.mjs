/** Code that only tests run: it may use what is installed for tests, and reach over a wall to set a scene. */
const TOOLS_OF_TESTS = String.raw`(\.examples|/specification|-under-test)\.ts$|^libs/platform/event-store/contract/`;
const TESTS = String.raw`\.spec\.ts$|${TOOLS_OF_TESTS}`;
const CONTEXT = String.raw`^libs/(?!platform/)([^/]+)/`;

/** The house's walls, one human sentence each; test/architecture proves that every one of them can fail. */
export default {
  forbidden: [
    {
      name: 'libraries-know-no-app',
      comment: 'Imports point downwards: an app puts libraries together, and no library knows who does.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'platform-knows-no-context',
      comment: 'The platform serves every context alike, so it may name none of them.',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^libs/(?!platform/)' },
    },
    {
      name: 'contexts-meet-at-the-contract',
      comment: "Of another context only the contract may be imported: all behind it is that context's own business.",
      severity: 'error',
      from: { path: CONTEXT },
      to: { path: '^libs/(?!platform/)[^/]+/(?!contract/)', pathNot: '^libs/$1/' },
    },
    {
      name: 'contract-stands-alone',
      comment: 'A contract is what others may know: it leads nobody in to the domain or the features behind it.',
      severity: 'error',
      from: { path: '^libs/(?!platform/)([^/]+)/contract/', pathNot: TESTS },
      to: { path: '^libs/$1/(?!contract/)' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The domain decides by itself: no framework, database, network, file, clock or random; kernel, roles, contracts and zod.',
      severity: 'error',
      from: { path: '^libs/(?!platform/)([^/]+)/domain/', pathNot: TESTS },
      to: {
        pathNot: [
          '^libs/$1/domain/',
          '^libs/[^/]+/contract/',
          '^libs/platform/(kernel|identity)/',
          'node_modules/zod/',
        ],
      },
    },
    {
      name: 'domain-borrows-words-only',
      comment:
        'Of identity the domain may use roles, and types; who is signed in, and how, reaches it inside the command.',
      severity: 'error',
      from: { path: '^libs/(?!platform/)[^/]+/domain/', pathNot: TESTS },
      to: { path: '^libs/platform/identity/(?!roles/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'read-models-fold-events-only',
      comment: 'A read model is a fold of events: it neither runs commands nor reacts.',
      severity: 'error',
      from: { path: '^libs/[^/]+/read-models/', pathNot: TESTS },
      to: { path: '^libs/[^/]+/(features|policies)/' },
    },
    {
      name: 'policies-know-no-feature',
      comment: 'A policy turns an event into commands of the domain; requests, handlers and routes do not concern it.',
      severity: 'error',
      from: { path: '^libs/[^/]+/policies/', pathNot: TESTS },
      to: { path: '^libs/[^/]+/(features|read-models)/' },
    },
    {
      name: 'ports-know-no-adapter',
      comment: 'An adapter knows its port, never the reverse: which engine is used is chosen by the apps alone.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/platform/event-store-[^/]+/', TESTS] },
      to: { path: '^libs/platform/event-store-[^/]+/' },
    },
    {
      name: 'kernel-imports-next-to-nothing',
      comment:
        'The kernel is the ground under everything: it stands on zod, Temporal and uuid, and its specification on Jest.',
      severity: 'error',
      from: { path: '^libs/platform/kernel/', pathNot: TESTS },
      to: { pathNot: ['^libs/platform/kernel/', 'node_modules/(zod|temporal-polyfill|temporal-spec|uuid)/'] },
    },
    {
      name: 'pages-know-the-http-contract-only',
      comment:
        'The pages know what the OpenAPI document says; of the server only rules that are the same on both sides: how drafts merge, when something is closed.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: TESTS },
      to: {
        path: '^(libs/|test/|apps/(?!web/))',
        pathNot: '^libs/(meetings/domain/draft|registry/contract/closed-on|platform/kernel/plain)/',
      },
    },
    {
      name: 'pages-are-served-not-imported',
      comment: 'The server hands out what the build has made of the pages; it runs none of their code.',
      severity: 'error',
      from: { path: '^(libs/|apps/(?!web/))' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thing, or the wrong way round.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-a-spec',
      comment:
        'A specification is read by people and run by Jest; what others need of it belongs in a file of its own.',
      severity: 'error',
      from: {},
      to: { path: String.raw`\.spec\.ts$` },
    },
    {
      name: 'product-needs-no-test-code',
      comment:
        'What is delivered runs without tests, without what only they use, and without what is installed to develop.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { path: `^test/|node_modules/(jest|@jest|fast-check|@nestjs/testing)/|${TOOLS_OF_TESTS}` },
    },
    {
      name: 'every-import-is-found',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/architecture/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['samspill-source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
