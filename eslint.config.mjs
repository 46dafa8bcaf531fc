import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { walls } from './eslint.walls.mjs';

const clockAndChance = [
  { name: 'process', message: 'The domain reads no environment; pass the value in.' },
  { name: 'crypto', message: 'Pass hashing and signing in as functions.' },
  { name: 'fetch', message: 'The domain does no input or output.' },
];
const nodeBuiltins = ['node:*', 'fs', 'path', 'crypto', 'os', 'child_process'];

const specs = [
  '**/*.spec.ts',
  '**/*.spec.mjs',
  '**/*.api-spec.ts',
  '**/*.db-spec.ts',
  '**/*.e2e.ts',
  '**/testing/**',
  '**/testing.ts',
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
        { allow: ['^.*/eslint\\.config\\.mjs$'], checkNestedExternalImports: false, depConstraints: walls },
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
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a string union or a const object.' },
        { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
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
    ignores: ['**/*.spec.ts', '**/testdata/**'],
    rules: {
      'no-restricted-globals': ['error', ...clockAndChance],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass the time in.' },
        { object: 'Math', property: 'random', message: 'Pass chance in.' },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: nodeBuiltins, message: 'The domain runs in browsers too.' }] },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: nodeBuiltins, message: 'The web app runs in browsers.' },
            {
              group: [
                '@countersign/contracts/*/bodies',
                '@countersign/contracts/*/views',
                '@countersign/contracts/fields',
              ],
              allowTypeImports: true,
              message: 'Import bodies and views as types, so that no validator reaches the bundle.',
            },
          ],
        },
      ],
    },
  },
  {
    // Feature may not reach into feature; platform, ui and shell know no feature.
    files: ['apps/web/src/app/{platform,ui}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '../entries/**',
                '../reviews/**',
                '../dashboards/**',
                '../competencies/**',
                '../sign-in/**',
                '../shell/**',
              ],
              message: 'platform and ui know no feature.',
            },
          ],
        },
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
    files: ['apps/e2e/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/api/src/**', '**/web/src/**'],
              message: 'A journey sees what a person sees, not the source.',
            },
          ],
        },
      ],
    },
  },
  {
    // A class may be given five things.
    files: ['apps/api/src/**/*.ts'],
    rules: { 'max-params': ['error', 5] },
  },
  {
    // On the server too: platform knows no feature, and db knows rows of its own only.
    files: ['apps/api/src/{platform,db}/**/*.ts'],
    ignores: ['**/*-spec.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '../entries/*',
                '../reviews/*',
                '../dashboards/*',
                '../sessions/*',
                '../programs/*',
                '../people/*',
                '../catalogue/*',
                '../demo/*',
                '../health/*',
                '../api-document/*',
                '../set-up/*',
              ],
              message: 'platform and db know no feature.',
            },
          ],
        },
      ],
    },
  },
  ...angular.configs.tsRecommended.map((config) => ({ ...config, files: ['apps/web/src/**/*.ts'] })),
  ...[...angular.configs.templateRecommended, ...angular.configs.templateAccessibility].map((config) => ({
    ...config,
    files: ['apps/web/src/**/*.html'],
  })),
  {
    // Options of a combobox are reached by the keys of its field (aria-activedescendant), never focused themselves.
    files: ['apps/web/src/app/entries/procedure-search.html'],
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
    files: ['apps/api/src/**/*.ts'],
    ignores: [
      'apps/api/src/db/**',
      'apps/api/src/**/*.spec.ts',
      'apps/api/src/**/*-spec.ts',
      'apps/api/src/testing/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='save']",
          message: 'save() does not guard the version: use Tx.change or insert.',
        },
        {
          selector: "CallExpression[callee.property.name='transaction']",
          message: 'Db.write is the one door to a transaction.',
        },
        { selector: 'TSEnumDeclaration', message: 'Use a string union or a const object.' },
        { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector:
            "MemberExpression[object.name='process'][property.name='env']:not([parent.type='CallExpression'])",
          message: 'platform/settings reads the environment.',
        },
      ],
    },
  },
  {
    files: specs,
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  prettier,
);
