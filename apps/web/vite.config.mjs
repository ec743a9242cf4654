import { join } from 'node:path';
import { defaultClientConditions, defineConfig } from 'vite';
import { lighterSelectors } from './lighter-selectors.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

/** The pages' build. Everything is bundled: no request leaves the origin. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [thirdPartyNotices()],
  resolve: { conditions: ['samspill-source', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    emptyOutDir: true,
    // an inlined file would need `data:` for fonts in the Content-Security-Policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: (id, graph) => (isOfFrame(id, graph) ? 'frame' : null) }],
        },
      },
      treeshake: {
        moduleSideEffects: [
          // Its package does not say that a component nobody uses has no effect, and all of them would be loaded first.
          { test: /designsystemet-react/, sideEffects: false },
          // The custom elements behind some components are loaded after the first page is shown, by main.tsx.
          { test: /designsystemet-web\/dist\/esm\/index\.js/, sideEffects: false },
        ],
      },
    },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' }, postcss: { plugins: [lighterSelectors()] } },
  // for `npm run dev`: the server beside it
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT || 3000}` } },
});

const ENTRY = join(import.meta.dirname, 'src', 'main.tsx');
/** What these bring depends on who asks: a module of theirs that is reached is not therefore used. */
const PICKED_FROM = /designsystemet-react|aksel-icons|\.css$/;
/** Small things that nearly every page has: apart they are twenty files and weigh more than together. */
const OF_MOST_PAGES = [
  /src\/(frame\/page|words\/(dates|names|numbers))\./,
  /designsystemet-react\/dist\/esm\/components\/(checkbox|field|label|select|textarea|textfield)\//,
  /aksel-icons\/.*\/ChevronRight\./,
];
let ofFrame;

/** True of what every page loads first, or nearly every: as one part it is smaller than as twenty, and asked for once. */
function isOfFrame(id, graph) {
  ofFrame ??= reachedFrom(ENTRY, graph);
  // the entry itself stays a part of its own: the page's HTML names it
  return (id !== ENTRY && ofFrame.has(id)) || OF_MOST_PAGES.some((most) => most.test(id));
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
