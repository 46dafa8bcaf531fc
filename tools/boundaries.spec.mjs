import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('..', import.meta.url)) });

/** Lints a text as if it stood in this file. @param {string} file @param {string} text */
async function rulesBrokenBy(file, text) {
  const [result] = await eslint.lintText(text, { filePath: file });
  return result?.messages.filter((message) => message.severity === 2).map((message) => message.ruleId);
}

/** @param {string} name @param {string} from */
const importing = (name, from) => `import { ${name} } from '${from}';\nexport const trespass = ${name};\n`;
/** @param {string} from */
const importingWhenNeeded = (from) => `export const trespass = () => import('${from}');\n`;
/** @param {string} code */
const calling = (code) => `export const trespass = (it) => ${code};\n`;

const projects = '@nx/enforce-module-boundaries';
const imports = 'no-restricted-imports';
const forms = 'no-restricted-syntax';

/** @type {[name: string, file: string, text: string, rule: string][]} */
const trespasses = [
  [
    'the domain imports no framework',
    'libs/domain/src/entry/trespass.ts',
    importing('Injectable', '@nestjs/common'),
    projects,
  ],
  [
    'the domain imports no contract',
    'libs/domain/src/entry/trespass.ts',
    importing('endpoint', '@countersign/contracts/endpoint'),
    projects,
  ],
  [
    'the domain imports nothing of Node',
    'libs/domain/src/entry/trespass.ts',
    importing('readFileSync', 'node:fs'),
    imports,
  ],
  [
    'the domain reads no clock',
    'libs/domain/src/entry/trespass.ts',
    'export const trespass = Date.now();\n',
    'no-restricted-properties',
  ],
  [
    'no test is skipped, on no database',
    'apps/api/src/db/trespass.db-spec.ts',
    'export const only = Math.PI > 3 ? describe : describe.skip;\n',
    forms,
  ],
  [
    'the domain reads no environment',
    'libs/domain/src/entry/trespass.ts',
    "export const trespass = process.env['HOME'];\n",
    'no-restricted-globals',
  ],
  ...[
    'apps/web/src/app/trespass.ts',
    'apps/web/src/app/ui/trespass.ts',
    'libs/contracts/src/words/trespass.ts',
  ].map((place) => [
    `numerics stay on the server: ${place}`,
    place,
    importing('benjaminiHochberg', '@countersign/domain/statistics'),
    imports,
  ]),
  [
    'contracts import no database',
    'libs/contracts/src/trespass.ts',
    importing('DataSource', 'typeorm'),
    projects,
  ],
  ['the API imports no Angular', 'apps/api/src/trespass.ts', importing('signal', '@angular/core'), projects],
  [
    'the web app imports no Nest',
    'apps/web/src/trespass.ts',
    importing('Injectable', '@nestjs/common'),
    projects,
  ],
  [
    'journeys import no source of the apps',
    'apps/e2e/trespass.ts',
    importing('rows', '../api/src/rows'),
    imports,
  ],
  // Every folder of the web app, not only those without a wall of their own.
  ...['.', './app/entries', './app/logging', './app/platform', './app/ui', './app/shell'].flatMap((place) => [
    /** @type {[string, string, string, string]} */ ([
      `the web app imports bodies as types only: ${place}`,
      `apps/web/src/${place}/trespass.ts`,
      importing('EntryBody', '@countersign/contracts/entries/bodies'),
      imports,
    ]),
    /** @type {[string, string, string, string]} */ ([
      `the web app imports nothing of Node: ${place}`,
      `apps/web/src/${place}/trespass.ts`,
      importing('readFileSync', 'node:fs'),
      imports,
    ]),
  ]),
  ...['platform', 'ui'].flatMap((ground) => [
    /** @type {[string, string, string, string]} */ ([
      `the web app’s ${ground} knows no feature`,
      `apps/web/src/app/${ground}/trespass.ts`,
      importing('EntryPage', '../entries/entry-page'),
      imports,
    ]),
    /** @type {[string, string, string, string]} */ ([
      `the web app’s ${ground} does not know the shell`,
      `apps/web/src/app/${ground}/trespass.ts`,
      importing('Shell', '../shell/shell'),
      imports,
    ]),
  ]),
  ...['platform', 'ui', 'ui/fields'].map(
    (ground) =>
      /** @type {[string, string, string, string]} */ ([
        `the web app’s ${ground} does not know what a feature shows to others either`,
        `apps/web/src/app/${ground}/trespass.ts`,
        importing('EntryLine', `${ground.includes('/') ? '../../' : '../'}entries/entry-line`),
        imports,
      ]),
  ),
  [
    'a feature of the web app shows its pieces, never a page',
    'apps/web/src/app/reviews/trespass.ts',
    importing('EntryPage', '../entries/entry-page'),
    imports,
  ],
  [
    'nor when it is needed',
    'apps/web/src/app/reviews/trespass.ts',
    importingWhenNeeded('../entries/entry-page'),
    forms,
  ],
  [
    'and a feature of the web app that shows nothing is closed',
    'apps/web/src/app/entries/trespass.ts',
    importing('EntryDraft', '../logging/entry-draft'),
    imports,
  ],
  ...['platform', 'db', 'access'].map(
    (ground) =>
      /** @type {[string, string, string, string]} */ ([
        `${ground} of the API knows no feature, not even what it shows`,
        `apps/api/src/${ground}/trespass.ts`,
        importing('LogEntry', '../entries/log-entry'),
        imports,
      ]),
  ),
  [
    'a feature of the API knows nothing of another but what that shows',
    'apps/api/src/reviews/trespass.ts',
    importing('contentView', '../entries/content-view'),
    imports,
  ],
  [
    'from a folder below it neither',
    'apps/api/src/catalogue/editions/trespass.ts',
    importing('contentView', '../../entries/content-view'),
    imports,
  ],
  [
    'and nothing at all of one that shows nothing',
    'apps/api/src/reviews/trespass.ts',
    importing('DemoProgram', '../demo/demo-program'),
    imports,
  ],
  [
    'nor when it is needed, on the server',
    'apps/api/src/reviews/trespass.ts',
    importingWhenNeeded('../entries/content-view'),
    forms,
  ],
  ...['apps/api/src/entries', 'apps/api/src/platform', 'apps/api/src'].flatMap((place) =>
    /** @type {const} */ ([
      ['a row is not saved with save()', 'it.save({})'],
      ['nobody opens a transaction but Db', 'it.transaction(() => 1)'],
      ['nor by its parts', 'it.startTransaction()'],
      ['nor on a runner of its own', 'it.createQueryRunner()'],
      ['nobody writes SQL outside db/', "it.query('SELECT 1')"],
      ['nobody reads the environment but the settings', "process.env['HOME'] + it"],
    ]).map(
      ([name, code]) =>
        /** @type {[string, string, string, string]} */ ([
          `${name}: ${place}`,
          `${place}/trespass.ts`,
          calling(code),
          forms,
        ]),
    ),
  ),
];

/** @type {[name: string, file: string, text: string][]} */
const honest = [
  ['the domain', 'libs/domain/src/entry/trespass.ts', 'export const honest = 1;\n'],
  ['db/, where transactions are opened', 'apps/api/src/db/trespass.ts', calling('it.createQueryRunner()')],
  [
    'a feature that uses what another shows',
    'apps/api/src/reviews/trespass.ts',
    importing('EntryStore', '../entries/entry-store'),
  ],
  [
    'a feature and its own files',
    'apps/api/src/catalogue/editions/trespass.ts',
    importing('Catalogues', '../catalogues'),
  ],
  [
    'a feature of the web app that uses what another shows',
    'apps/web/src/app/logging/trespass.ts',
    importing('ReturnNote', '../entries/return-note'),
  ],
  [
    'a page that uses platform and ui',
    'apps/web/src/app/reviews/trespass.ts',
    importing('Api', '../platform/api') +
      "import type { EntryBody } from '@countersign/contracts/entries/bodies';\nexport type Body = EntryBody;\n",
  ],
];

describe('The walls between the parts are lint errors', () => {
  it.each(trespasses)(
    '%s',
    async (_name, file, text, rule) => {
      expect(await rulesBrokenBy(file, text)).toContain(rule);
    },
    60_000,
  );

  it.each(honest)(
    'and break nothing that is right: %s',
    async (_name, file, text) => {
      expect(await rulesBrokenBy(file, text)).toEqual([]);
    },
    60_000,
  );
});
