import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { inside, specs, walls } from './eslint.walls.mjs';

const clockAndChance = [
  { name: 'process', message: 'The domain reads no environment; pass the value in.' },
  { name: 'crypto', message: 'Pass hashing and signing in as functions.' },
  { name: 'fetch', message: 'The domain does no input or output.' },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '.nx',
      'coverage',
      'artifacts',
      'reports',
      '.stryker-tmp',
      '**/*.json',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.cjs', '**/*.cts', '**/*.js'],
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['^.*/eslint\\.config\\.mjs$'],
          checkNestedExternalImports: false,
          // One folder of it is loaded on demand (the privacy guard), which a test watches; the others are not.
          checkDynamicDependenciesExceptions: ['@countersign/domain/**'],
          depConstraints: walls,
        },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  // What each part may import and how it may reach the database.
  ...inside,
  {
    // Configuration files are read by tools that want a default export or require().
    files: [
      '*.mjs',
      '**/*.cts',
      '**/*.cjs',
      '**/webpack.config.js',
      'jest.preset.js',
      '**/playwright.config.ts',
      '**/stryker*.mjs',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testdata/**', '**/testing/**'],
    rules: {
      'no-restricted-globals': ['error', ...clockAndChance],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass the time in.' },
        { object: 'Math', property: 'random', message: 'Pass chance in.' },
      ],
    },
  },
  {
    // Commands speak on the console.
    files: ['tools/**'],
    rules: {
      'no-console': 'off',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A class may be given five things.
    files: ['apps/api/src/**/*.ts'],
    rules: { 'max-params': ['error', 5] },
  },
  ...angular.configs.tsRecommended.map((config) => ({ ...config, files: ['apps/web/src/**/*.ts'] })),
  ...[...angular.configs.templateRecommended, ...angular.configs.templateAccessibility].map((config) => ({
    ...config,
    files: ['apps/web/src/**/*.html'],
  })),
  {
    // Options of a combobox are reached by the keys of its field (aria-activedescendant), never focused themselves.
    files: ['apps/web/src/app/logging/procedure-search.html'],
    rules: {
      '@angular-eslint/template/click-events-have-key-events': 'off',
      '@angular-eslint/template/interactive-supports-focus': 'off',
    },
  },
  {
    files: ['apps/web/src/**/*.ts'],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'cs', style: 'kebab-case' }],
      // `return` is the query parameter and a reserved word.
      '@angular-eslint/no-input-rename': ['error', { allowedNames: ['return'] }],
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
    },
  },
  {
    files: specs,
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  prettier,
);
