// A report of the program's results, in the page as it is built now.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { program } from '../../tests/browser/support/explorer.mjs';
import { fillPage } from '../../tests/browser/support/page_file.mjs';

const said = { encoding: 'utf8', maxBuffer: 1 << 28 };

/** `words` are those of the command, without --out; what it needs beside it lies in the folder. */
export function reportOf(folder, name, words) {
  const results = join(folder.path, `${name}.sqlite`);
  execFileSync(program, [...words, '--out', results], { ...said, cwd: folder.path, stdio: ['ignore', 'pipe', 'ignore'] });
  return pageOf(folder, name, results);
}

export function pageOf(folder, name, results) {
  const json = execFileSync(program, ['report', results, '--json'], said);
  return folder.raw(`${name}.html`, (html) => fillPage(html, JSON.parse(json)));
}
