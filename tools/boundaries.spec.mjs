import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes a file where it must not stand, lints it, and takes it away again. */
async function rulesBrokenBy(file, text) {
  const path = join(root, file);
  writeFileSync(path, text);
  try {
    const [result] = await new ESLint({ cwd: root }).lintFiles([file]);
    return result.messages.filter((message) => message.severity === 2).map((message) => message.ruleId);
  } finally {
    rmSync(path);
  }
}

const wall = '@nx/enforce-module-boundaries';
const walls = [
  [
    'the domain imports no framework',
    'libs/domain/src/entry/trespass.ts',
    "import { Injectable } from '@nestjs/common';\nexport const trespass = Injectable;\n",
    wall,
  ],
  [
    'the domain imports no contract',
    'libs/domain/src/entry/trespass.ts',
    "import { endpoint } from '@countersign/contracts/endpoint';\nexport const trespass = endpoint;\n",
    wall,
  ],
  [
    'the domain reads no clock',
    'libs/domain/src/entry/trespass.ts',
    'export const trespass = Date.now();\n',
    'no-restricted-properties',
  ],
  [
    'the domain reads no environment',
    'libs/domain/src/entry/trespass.ts',
    "export const trespass = process.env['HOME'];\n",
    'no-restricted-globals',
  ],
  [
    'contracts import no database',
    'libs/contracts/src/trespass.ts',
    "import { DataSource } from 'typeorm';\nexport const trespass = DataSource;\n",
    wall,
  ],
  [
    'the API imports no Angular',
    'apps/api/src/trespass.ts',
    "import { signal } from '@angular/core';\nexport const trespass = signal;\n",
    wall,
  ],
  [
    'the web app imports no Nest',
    'apps/web/src/trespass.ts',
    "import { Injectable } from '@nestjs/common';\nexport const trespass = Injectable;\n",
    wall,
  ],
  [
    'the web app imports bodies as types only',
    'apps/web/src/trespass.ts',
    "import { EntryBody } from '@countersign/contracts/entries/bodies';\nexport const trespass = EntryBody;\n",
    'no-restricted-imports',
  ],
  [
    'journeys import no source of the apps',
    'apps/e2e/trespass.ts',
    "import { rows } from '../api/src/rows';\nexport const trespass = rows;\n",
    'no-restricted-imports',
  ],
  [
    'the platform knows no feature',
    'apps/api/src/platform/trespass.ts',
    "import { LogEntry } from '../entries/log-entry';\nexport const trespass = LogEntry;\n",
    'no-restricted-imports',
  ],
  [
    'a use case does not save() a row',
    'apps/api/src/entries/trespass.ts',
    'export const trespass = (manager) => manager.save({});\n',
    'no-restricted-syntax',
  ],
  [
    'a use case opens no transaction of its own',
    'apps/api/src/entries/trespass.ts',
    'export const trespass = (source) => source.transaction(() => 1);\n',
    'no-restricted-syntax',
  ],
];

describe('The walls between the parts are lint errors', () => {
  it.each(walls)(
    '%s',
    async (_name, file, text, rule) => {
      expect(await rulesBrokenBy(file, text)).toContain(rule);
    },
    60_000,
  );

  it('and an honest file in the same place breaks none', async () => {
    expect(await rulesBrokenBy('libs/domain/src/entry/trespass.ts', 'export const honest = 1;\n')).toEqual(
      [],
    );
  }, 60_000);
});
