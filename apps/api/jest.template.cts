const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Names the folder in which the first spec of a run that needs a server keeps the database of a first start. */
module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-template-'));
  process.env['TEST_TEMPLATE'] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
};
