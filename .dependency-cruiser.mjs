/**
 * Code that only tests run: it may use development dependencies, and cross the boundaries between folders to prepare a
 * test.
 */
const TOOLS_OF_TESTS = String.raw`(\.examples|/specification|-under-test)\.ts$|^libs/platform/event-store/contract/`;
const TESTS = String.raw`\.spec\.ts$|${TOOLS_OF_TESTS}`;
const CONTEXT = String.raw`^libs/(?!platform/)([^/]+)/`;

/**
 * The boundaries between folders, one rule with a one-sentence comment each; test/architecture proves that every rule
 * can fail.
 */
export default {
  forbidden: [
    {
      name: 'libraries-know-no-app',
      comment: 'Imports point downwards: apps combine libraries, and no library imports an app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'platform-knows-no-context',
      comment: 'The platform serves every context alike, so it may import none of them.',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^libs/(?!platform/)' },
    },
    {
      name: 'contexts-meet-at-the-contract',
      comment: 'Of another context only the contract may be imported: everything else is internal to that context.',
      severity: 'error',
      from: { path: CONTEXT },
      to: { path: '^libs/(?!platform/)[^/]+/(?!contract/)', pathNot: '^libs/$1/' },
    },
    {
      name: 'actions-know-meetings-by-events-only',
      comment:
        'Meetings know the content, rules and queries of actions; actions know of meetings only the events that they fold and react to.',
      severity: 'error',
      from: { path: '^libs/actions/', pathNot: ['^libs/actions/(policies|read-models/action-meeting)/', TESTS] },
      to: { path: '^libs/meetings/contract/' },
    },
    {
      name: 'contract-stands-alone',
      comment: 'A contract is the public part of a context: it may not import its domain or its features.',
      severity: 'error',
      from: { path: '^libs/(?!platform/)([^/]+)/contract/', pathNot: TESTS },
      to: { path: '^libs/$1/(?!contract/)' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The domain is pure: no framework, database, network, file, clock or random; only kernel, roles, contracts and zod.',
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
        'Of identity the domain may use roles and types; the signed-in person and the session reach it in the command.',
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
      comment: 'A policy turns an event into commands of the domain; it may not import requests, handlers or routes.',
      severity: 'error',
      from: { path: '^libs/[^/]+/policies/', pathNot: TESTS },
      to: { path: '^libs/[^/]+/(features|read-models)/' },
    },
    {
      name: 'ports-know-no-adapter',
      comment: 'An adapter imports its port, never the reverse: only the apps choose the engine.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/platform/event-store-[^/]+/', TESTS] },
      to: { path: '^libs/platform/event-store-[^/]+/' },
    },
    {
      name: 'mail-library-is-used-by-mail-only',
      comment:
        'Every mail has its row in the database, so nobody else may talk to a mail server; a bench measures the library alone.',
      severity: 'error',
      from: { pathNot: ['^libs/platform/mail/', String.raw`^apps/cli/src/bench/mail-floor\.ts$`, TESTS] },
      to: { path: 'node_modules/(nodemailer|postal-mime)/' },
    },
    {
      name: 'mail-is-handed-over-by-the-sender',
      comment:
        'Only the sender commits the state of a mail around handing it over, so no other code may use a transport.',
      severity: 'error',
      from: { pathNot: ['^libs/platform/mail/(transport|sending)/', TESTS] },
      to: { path: '^libs/platform/mail/transport/' },
    },
    {
      name: 'kernel-imports-next-to-nothing',
      comment:
        'Everything imports the kernel, so it imports only zod, Temporal and Node’s hashes, and its specification Jest.',
      severity: 'error',
      from: { path: '^libs/platform/kernel/', pathNot: TESTS },
      to: {
        pathNot: ['^libs/platform/kernel/', 'node_modules/(zod|temporal-polyfill|temporal-spec)/', '^(node:)?crypto$'],
      },
    },
    {
      name: 'pages-know-the-http-contract-only',
      comment:
        'The pages use the API by the OpenAPI document; from the server they import only rules that both sides share, such as merging drafts, limits of texts, when something is closed, where a role is held and how a chart is drawn.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: TESTS },
      to: {
        path: '^(libs/|test/|apps/(?!web/))',
        pathNot:
          '^libs/(meetings/domain/draft|[^/]+/contract/limits|registry/contract/(?:closed-on|place-of-role)|statistics/contract/chart|platform/kernel/plain)/',
      },
    },
    {
      name: 'web-pages-know-no-other-page',
      comment: 'What two pages share belongs in parts; then each page can be read, changed and loaded by itself.',
      severity: 'error',
      from: { path: '^apps/web/src/pages/([^/]+)/' },
      to: { path: '^apps/web/src/pages/', pathNot: '^apps/web/src/pages/$1/' },
    },
    {
      name: 'web-app-is-imported-by-main-only',
      comment: 'The app puts shell and pages together, so nothing but the entry and the app itself may import it.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: String.raw`^apps/web/src/(app/|main\.tsx$)` },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'web-shell-knows-no-page',
      comment: 'The shell is around every page alike: layout, navigation and search box depend on none of them.',
      severity: 'error',
      from: { path: '^apps/web/src/shell/' },
      to: { path: '^apps/web/src/pages/' },
    },
    {
      name: 'web-parts-know-no-page',
      comment: 'Parts are used by pages and by the shell, so they may import neither.',
      severity: 'error',
      from: { path: '^apps/web/src/parts/' },
      to: { path: '^apps/web/src/(pages|shell)/' },
    },
    {
      name: 'web-session-knows-no-part',
      comment: 'Everything shown uses session and API, so these may import nothing that is shown.',
      severity: 'error',
      from: { path: '^apps/web/src/(session|api)/' },
      to: { path: '^apps/web/src/(pages|shell|parts)/' },
    },
    {
      name: 'web-api-knows-no-session',
      comment: 'The session is read through the API, never the reverse: sign-in is reported to it by a callback.',
      severity: 'error',
      from: { path: '^apps/web/src/api/' },
      to: { path: '^apps/web/src/session/' },
    },
    {
      name: 'web-words-stand-alone',
      comment:
        'Texts, dates and numbers in words depend on values and the stored choice alone, on no request, session or component.',
      severity: 'error',
      from: { path: '^apps/web/src/words/' },
      to: { path: '^apps/web/src/(?!words/|storage/)' },
    },
    {
      name: 'pages-are-served-not-imported',
      comment: 'The server serves the built pages; it imports none of their code.',
      severity: 'error',
      from: { path: '^(libs/|apps/(?!web/))' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'no-circles',
      comment: 'Files that import each other belong in one file, or one import points the wrong way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-a-spec',
      comment: 'Only Jest imports a specification; code that other files need belongs in a file of its own.',
      severity: 'error',
      from: {},
      to: { path: String.raw`\.spec\.ts$` },
    },
    {
      name: 'product-needs-no-test-code',
      comment: 'Production code imports no tests, no code that only tests use, and no development dependencies.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { path: `^test/|node_modules/(jest|@jest|fast-check|@nestjs/testing)/|${TOOLS_OF_TESTS}` },
    },
    {
      name: 'oracle-knows-no-statistics',
      comment:
        'The oracle of the tests computes every figure a second time, so it shares no code with the statistics, not even by way of others.',
      severity: 'error',
      from: { path: '^test/statistics/oracle/' },
      to: { path: '^libs/statistics/', reachable: true },
    },
    {
      name: 'every-import-is-found',
      comment: 'An import that cannot be resolved escapes every other rule.',
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
