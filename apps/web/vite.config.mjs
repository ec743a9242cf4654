import { defaultClientConditions, defineConfig } from 'vite';

/** The pages' build. Everything is bundled: no request leaves the origin. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: { conditions: ['samspill-source', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    emptyOutDir: true,
    // an inlined file would need `data:` for fonts in the Content-Security-Policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
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
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  // for `npx vite apps/web` beside a running Samspill
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
