import { readFileSync } from 'node:fs';

/** Configuration of all tests; `#` imports resolve to the sources, as in the type check. */
export default {
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  globalSetup: '<rootDir>/test/database-start.mjs',
  globalTeardown: '<rootDir>/test/database-stop.mjs',
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/architecture/fixtures/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { ...JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8')), sourceMaps: 'inline' },
    ],
  },
  testSequencer: '<rootDir>/test/whole-application-first.mjs',
  testTimeout: 30_000,
  // ES modules of finished files stay in a worker's memory (some 30 MB a file); a worker over the limit is replaced.
  workerIdleMemoryLimit: '1GB',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['samspill-source', 'node', 'node-addons'] },
  moduleNameMapper: {
    '^\\.{1,2}/(helpers/)?attention\\.js$': '<rootDir>/test/openid/provider-notices.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
