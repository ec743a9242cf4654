import { join } from 'node:path';
import { defaultClientConditions, defineConfig } from 'vite';
import { earlyRequests } from './early-requests.mjs';
import { lighterSelectors } from './lighter-selectors.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

/** The pages' build. Everything is bundled: no request leaves the origin. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [thirdPartyNotices(), earlyRequests()],
  resolve: { conditions: ['samspill-source', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    emptyOutDir: true,
    // an inlined file would require `data:` for fonts in the Content-Security-Policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // one style sheet: each more is a request before the page can be drawn
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: (id, graph) => (isOfShell(id, graph) ? 'shell' : null), priority: 2 },
            {
              name: (id) => (/src\/pages\/start\//.test(id) ? 'start' : null),
              priority: 1,
              includeDependenciesRecursively: false,
            },
            {
              name: (id) => (/src\/pages\/year-plan\/(page|own-year|plan-for-all)\./.test(id) ? 'year-plan' : null),
              priority: 1,
              includeDependenciesRecursively: false,
            },
            {
              name: (id) => (/\/(?:date-field|words\/typed)\//.test(id) ? 'dates' : null),
              priority: 1,
              includeDependenciesRecursively: false,
            },
            // small modules of several pages: a request each would take longer than their bytes
            {
              name: (id) => (SMALL_AND_SHARED.test(id) && !WITH_LARGE_PARTS.test(id) ? 'shared' : null),
              minShareCount: 3,
              maxModuleSize: 4_000,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
      treeshake: {
        moduleSideEffects: [
          // The package does not declare that unused components have no side effects, so all of them would be loaded.
          { test: /designsystemet-react/, sideEffects: false },
          // The custom elements behind some components are loaded after the first page is shown, by main.tsx.
          { test: /designsystemet-web\/dist\/esm\/index\.js/, sideEffects: false },
        ],
      },
    },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' }, postcss: { plugins: [lighterSelectors()] } },
  // for `npm run dev`: proxy to the API server
  server: {
    proxy: Object.fromEntries(
      ['/api', '/openid'].map((path) => [path, `http://127.0.0.1:${process.env.PORT || 3000}`]),
    ),
  },
});

const ENTRY = join(import.meta.dirname, 'src', 'main.tsx');
/** Packages whose modules are imported selectively: reaching one of them does not mean that it is used. */
const PICKED_FROM = /designsystemet-react|aksel-icons|\.css$/;
/** Small modules that nearly every page uses: separate chunks would be twenty files and larger in total. */
const OF_MOST_PAGES = [
  /src\/(shell\/page|words\/(dates|names|numbers))\./,
  /designsystemet-react\/dist\/esm\/components\/(checkbox|field|label|select|textarea|textfield)\//,
  /aksel-icons\/.*\/ChevronRight\./,
];
const SMALL_AND_SHARED = /(?:designsystemet-react|aksel-icons|libs|src\/(?:api|parts|session|shell|words))\//;
/** Modules that import large ones, which only a few pages need. */
const WITH_LARGE_PARTS =
  /\/(?:charts|closing|date-field|form-dialog|person-picker|rows-in-sight|service-figures|typed)\/|combobox|suggestion/i;
let ofShell;

/**
 * True for modules that every page, or nearly every one, loads first: one chunk is smaller than twenty, and one
 * request.
 */
function isOfShell(id, graph) {
  ofShell ??= reachedFrom(ENTRY, graph);
  // the entry itself stays a separate chunk: the page's HTML refers to it
  return (
    (id !== ENTRY && ofShell.has(id)) || id.includes('rolldown/runtime') || OF_MOST_PAGES.some((most) => most.test(id))
  );
}

function reachedFrom(entry, graph) {
  const reached = new Set();
  for (const ways = [entry]; ways.length > 0;) {
    const id = ways.pop();
    if (reached.has(id) || PICKED_FROM.test(id)) continue;
    reached.add(id);
    ways.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}
