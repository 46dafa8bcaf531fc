import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * Where an import may go. Flat config does not add up: of two blocks that set the same rule for a file the later one
 * counts alone. So what a folder may not do is put together here, and every folder gets one block with all of it.
 */

const frameworks = ['@nestjs/*', '@angular/*', 'typeorm', 'express', 'rxjs'];

/** Between projects; every row is an error (docs/architecture.md draws the same walls). */
export const walls = [
  {
    sourceTag: 'layer:domain',
    onlyDependOnLibsWithTags: ['layer:domain'],
    allowedExternalImports: [
      '@stdlib/*',
      'ml-matrix',
      'canonicalize',
      '@scure/base',
      'date-fns',
      'date-fns/*',
      '@date-fns/utc',
      'minisearch',
      'tslib',
      'fast-check',
      'node:*',
    ],
  },
  {
    sourceTag: 'layer:contracts',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'runtime:browser',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'mysql2', 'express'],
  },
  {
    sourceTag: 'runtime:node',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'],
    bannedExternalImports: ['@angular/*'],
  },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['layer:contracts'] },
];

/** Files that are no part of the product: they may look anywhere inside their project. */
export const specs = [
  '**/*.spec.ts',
  '**/*.spec.mjs',
  '**/*.api-spec.ts',
  '**/*.db-spec.ts',
  '**/*.e2e.ts',
  '**/testing/**',
  '**/testing.ts',
];
const outside = [...specs, '**/testdata/**'];

const nodeBuiltins = {
  regex: '^(node:.*|fs|path|crypto|os|child_process)$',
  message: 'This runs in browsers too.',
};

const typesOnly = {
  regex: '^@countersign/contracts/(.*/(bodies|views)|fields)$',
  allowTypeImports: true,
  message: 'Import bodies and views as types, so that no validator reaches the bundle.',
};

const statisticsAsTypes = {
  regex: '^@countersign/domain/statistics$',
  allowTypeImports: true,
  message:
    'The numerics are the server’s: in a browser they weigh 128 kB and compile code, which the page forbids.',
};

/** Folders of the API that know no feature. `access` turns scopes into SQL for all of them. */
const apiGround = ['platform', 'db', 'access', 'followers'];
/** Folders of the web app that know no feature; the shell is known to none either. */
const webGround = ['platform', 'ui'];

/**
 * What an API feature shows to other features: its module, the providers that the module exports, and rows that others
 * join. A feature that is not named here shows nothing.
 */
const apiFaces = {
  accounts: ['accounts.module', 'access-link.row'],
  catalogue: ['catalogue.module', 'catalogues', 'editions/editions'],
  competencies: [
    'competencies.module',
    'competence-chart',
    'competence-light',
    'curve-view',
    'fellow-numbers',
    'forecasts',
    'forecast-record',
    'kept-facts',
    ...['past-day', 'program-facts', 'read-evidence', 'read-progress'],
    ...['standing-views', 'standings'],
  ],
  credentials: ['letter.row'],
  entries: [
    'entries.module',
    'entry.row',
    'entry-lines',
    'listed-entries',
    'entry-rules',
    'entry-store',
    'entry-views',
    'rated-decisions',
    'edit-entry',
    'log-entry',
    'withdraw-entry',
  ],
  ledger: ['ledger.module', 'issuer', 'receipt-file', 'receipts', 'signing-keys'],
  mail: ['mail.module', 'mail.row', 'outbox'],
  members: [
    ...['members.module', 'accesses', 'accounts', 'member-list'],
    ...['change-people', 'depart', 'roles-held'],
  ],
  people: ['people.module', 'person.row', 'people', 'actor-of'],
  programs: ['programs.module', 'program.row', 'programs', 'placing', 'names', 'set-up-program'],
  qualifications: [
    ...['qualifications.module', 'qualification.row', 'held-qualifications', 'keep-qualifications'],
  ],
  requirements: [
    ...['requirements.module', 'requirement-set.row', 'requirements'],
    ...['publishing.module', 'set-cohort'],
  ],
  reviews: ['reviews.module', 'hand-over', 'review-entry', 'timed-decisions'],
  schedule: ['schedule.module', 'change-schedule'],
  'sign-offs': [
    ...['sign-offs.module', 'sign-off.row', 'sign-off-rows', 'sign-offs'],
    ...['ask-sign-off', 'end-sign-off', 'sign-off-grounds', 'sign-sign-off'],
  ],
  signatures: ['signatures.module', 'fresh-proof', 'signature.row', 'signatures', 'signing-documents'],
  sessions: [
    'sessions.module',
    'session.row',
    'recovery-code.row',
    'passkey.row',
    'passkeys',
    'pauses',
    'seals',
    'second-factor',
    'factor-rule',
    'rests',
    'sessions',
    'demo-password',
    'sign-in',
    'signing-question.row',
    'signing-questions',
    'device',
    'password',
    'own-password',
    'password-rules',
    'throttle',
    'session-cookies',
    'session-token',
  ],
};

/**
 * What a feature of the web app shows to other features, pieces of a page and what a request carries, never a page: to
 * that one leads a link. A feature that is not named here shows nothing.
 */
const webFaces = {
  account: ['password-field'],
  board: ['qr-code'],
  competencies: ['curve-card', 'rules-evidence'],
  corrections: ['contested-count', 'contested-note', 'own-corrections'],
  entries: ['correction-answer', 'entry-body', 'entry-line', 'return-note', 'waits-for'],
  'sign-offs': ['ask-for-sign-off', 'newest-of', 'sign-offs-wait-note', 'waiting-count'],
  notices: ['notice-count'],
  people: ['roster-part'],
  qualifications: ['expiry-note'],
  verify: ['signed-record'],
};

/** Folders beside one another. A new feature is behind its wall from its first file on. */
function foldersOf(path) {
  return readdirSync(fileURLToPath(new URL(path, import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map(({ name }) => name);
}

/** An import that leads into one of the features, other than to what that feature shows. */
function intoFeatures(features, faces) {
  const ways = features.map((feature) => {
    const shown = (faces[feature] ?? []).map((file) => file.replaceAll('.', '\\.'));
    return shown.length === 0 ? `${feature}/` : `${feature}/(?!(?:${shown.join('|')})$)`;
  });
  return `^(?:\\.\\.?/)+(?:${ways.join('|')})`;
}

/** One block per folder of an app: what each may not import, statically or when it is needed. */
function appWalls({ root, ground, faces, common }) {
  const folders = foldersOf(`./${root}/`);
  const features = folders.filter((folder) => !ground.includes(folder));
  return folders.map((folder) => {
    const others = features.filter((feature) => feature !== folder);
    const regex = intoFeatures(others, ground.includes(folder) ? {} : faces);
    const message = ground.includes(folder)
      ? `${folder} knows no feature.`
      : 'A feature knows of another only what that one shows (eslint.walls.mjs).';
    return {
      files: [`${root}/${folder}/**/*.ts`],
      ignores: outside,
      imports: [...common, { regex, message }],
      syntax: [{ selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\/')}/]`, message }],
    };
  });
}

const apiFolders = appWalls({
  root: 'apps/api/src',
  ground: apiGround,
  faces: apiFaces,
  common: [],
});
const webFolders = appWalls({
  root: 'apps/web/src/app',
  ground: webGround,
  faces: webFaces,
  common: [nodeBuiltins, typesOnly, statisticsAsTypes],
});

const plainForms = [
  { selector: 'TSEnumDeclaration', message: 'Use a string union or a const object.' },
  { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fixme)$/]',
    message: 'Every declared test runs: a skipped one counts as failed on a build machine.',
  },
];

const apiForms = [
  {
    selector:
      "MemberExpression[object.name='process'][property.name='env']:not([parent.type='CallExpression'])",
    message: 'platform/settings reads the environment.',
  },
  {
    selector: "CallExpression[callee.name=/^mkdir/] > ObjectExpression > Property[key.name='recursive']",
    message: 'makePrivateFolder does it, and ends where a file system has no place for it.',
  },
];

const called = (name) => `CallExpression[callee.property.name=${name}]`;
const databaseForms = [
  { selector: called("'save'"), message: 'save() does not guard the version: use Tx.change or insert.' },
  {
    selector: called('/^(transaction|startTransaction|createQueryRunner)$/'),
    message: 'Db.write is the one door to a transaction.',
  },
  {
    selector: `${called("'query'")}[arguments.0.type=/^(Literal|TemplateLiteral|BinaryExpression)$/]`,
    message: 'SQL is written in db/ only.',
  },
];

const block = ({ files, ignores = [], imports, syntax }) => ({
  files,
  ignores,
  rules: {
    ...(imports ? { 'no-restricted-imports': ['error', { patterns: imports }] } : {}),
    'no-restricted-syntax': ['error', ...plainForms, ...(syntax ?? [])],
  },
});

/** The walls inside the projects, one block for each place, from the widest to the narrowest. */
export const inside = [
  block({ files: ['**/*.ts', '**/*.mjs', '**/*.cjs', '**/*.cts', '**/*.js'] }),
  block({ files: ['libs/domain/src/**/*.ts'], ignores: outside, imports: [nodeBuiltins] }),
  block({
    files: ['apps/web/src/**/*.ts'],
    ignores: outside,
    imports: [nodeBuiltins, typesOnly, statisticsAsTypes],
  }),
  block({
    files: ['libs/contracts/src/words/**/*.ts'],
    ignores: outside,
    imports: [nodeBuiltins, statisticsAsTypes],
  }),
  ...webFolders.map(block),
  block({
    files: ['apps/e2e/**/*.ts'],
    imports: [{ regex: '/(api|web)/src/', message: 'A journey sees what a person sees, not the source.' }],
  }),
  block({ files: ['apps/api/src/*.ts'], ignores: outside, syntax: [...apiForms, ...databaseForms] }),
  ...apiFolders.map((folder) => {
    // db/ is where these things are done.
    const isDb = folder.files[0]?.startsWith('apps/api/src/db/');
    return block({ ...folder, syntax: [...folder.syntax, ...(isDb ? [] : [...apiForms, ...databaseForms])] });
  }),
];
