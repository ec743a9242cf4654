import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const TIME_AND_CHANCE = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the one clock (CLOCK): tests and demos set it.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the one clock (CLOCK): tests and demos set it.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance comes in with the command, or from a seed: it must be possible to play it again.',
  },
];

const TEXT_AS_KEY = [
  {
    selector:
      "VariableDeclarator[init.type='ObjectExpression'][init.properties.length>0] > Identifier.id TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > TSStringKeyword:first-child",
    message: 'A table that any text may be looked up in is a Map: an object has «constructor» and «__proto__» too.',
  },
  {
    selector:
      "BinaryExpression[operator='in'][left.type='Identifier'][right.type='Identifier'][right.name=/^[A-Z][A-Z_]+$/]",
    message: 'Ask Object.hasOwn, or a Map: «constructor» is in every object.',
  },
];

const SLOW_ON_MARKS = [
  {
    selector:
      "CallExpression[callee.property.name='normalize']:matches([arguments.length=0], [arguments.0.value=/^NFK?[CD]$/])",
    message: 'It takes minutes for long runs of combining marks: `normalized` of the kernel does not (ADR 0221).',
  },
];

const POOL_THAT_ENDS_THE_PROCESS = [
  {
    selector: "NewExpression[callee.name='Pool']:not(:has(Property[key.name='Client'][value.name='PooledClient']))",
    message: 'A connection lost between two statements ends the process: give the pool `Client: PooledClient`.',
  },
];

/** Banned in all TypeScript; a block that adds to it repeats it, since the rule of a later block replaces it. */
const EVERYWHERE = [...TIME_AND_CHANCE, ...TEXT_AS_KEY, ...SLOW_ON_MARKS, ...POOL_THAT_ENDS_THE_PROCESS];

const CUTS_TEXT = [
  {
    selector: "JSXAttribute[name.name='maxLength']",
    message: 'It cuts pasted text without a word: LimitedText takes it whole and says how much is too much.',
  },
];

const RIGHT_BY_ROLE = [
  {
    selector:
      'Literal[value=/^(unit-leader|meeting-chair|teacher|service-member|service-unit-leader|coordinator|director|elected|auditor)$/]:not(Property[key.name="role"] > *)',
    message: 'Ask for a right, or for `may` in the answer: roles are named where they are content (ADR 0374).',
  },
];

const STORAGES = ['localStorage', 'sessionStorage'];
const THROWING_STORAGE =
  'It throws where the browser is full or forbids it: use the guarded ones (storage/storage.ts).';

const GLOBAL_CONTEXT = [
  {
    selector: "Decorator[expression.callee.name='Global'], Property[key.name='global'][value.value=true]",
    message: 'Only the platform is global: a context lists what it needs of others in `needs` (ADR 0293).',
  },
];

const LOSES_EVENTS = {
  name: '@nestjs/cqrs',
  importNames: [
    'AggregateRoot',
    'EventBus',
    'EventPublisher',
    'EventsHandler',
    'IEventHandler',
    'Saga',
    'ofType',
    'UnhandledExceptionBus',
  ],
  message: 'It keeps events in memory and loses them: reactions are policies on the durable log.',
};

const INSIDE_NEST = {
  regex: String.raw`^@nestjs/[^/]+/.`,
  message: 'Nest’s public API is what its packages export: their files may change with any version.',
};

const IMPURE = {
  regex: String.raw`^(node:|@nestjs/|typeorm$|pg$|express$|rxjs)`,
  message: 'The domain is pure: what it needs comes in with the command.',
};

/** Rules for every file; dependency-cruiser checks the boundaries between folders. */
export default defineConfig(
  {
    ignores: [
      'dist/',
      'coverage/',
      '.tmp/',
      '.samspill/',
      'test/architecture/fixtures/',
      '**/*.d.mts',
      'apps/web/src/**/generated/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'crypto',
          'fetch',
          'process',
          'performance',
          'setTimeout',
          'setInterval',
          'clearInterval',
          'URL',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }] },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      'no-restricted-imports': ['error', { paths: [LOSES_EVENTS], patterns: [INSIDE_NEST] }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Synchronous code may implement an asynchronous port: `async` turns its faults into rejections.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // A text of a megabyte must not block the process: matching must take linear time (ADR 0221).
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/*.examples.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['libs/*/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [LOSES_EVENTS], patterns: [IMPURE] }] },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: ['libs/platform/**'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...GLOBAL_CONTEXT],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...CUTS_TEXT],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    // Roles are content here: what a list, the navigation or the start page shows of them.
    ignores: [
      'apps/web/src/pages/organisation/organisation.ts',
      'apps/web/src/pages/rules/groups.ts',
      'apps/web/src/pages/start/start-parts.ts',
      'apps/web/src/shell/navigation.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...CUTS_TEXT, ...RIGHT_BY_ROLE] },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['apps/web/src/storage/storage.ts'],
    rules: {
      'no-restricted-globals': ['error', ...STORAGES.map((name) => ({ name, message: THROWING_STORAGE }))],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].flatMap((object) =>
          STORAGES.map((property) => ({ object, property, message: THROWING_STORAGE })),
        ),
      ],
    },
  },
  {
    // A specification only looks up keys that it wrote itself.
    files: ['**/*.spec.ts', '**/*.examples.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...TIME_AND_CHANCE] },
  },
  {
    files: ['libs/platform/kernel/clock.ts', 'libs/platform/kernel/plain/normalized.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
