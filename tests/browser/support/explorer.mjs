// The explorer as a file, the program that made it, and the model without a page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillPage } from './page_file.mjs';

const root = new URL('../../../', import.meta.url);
const require = createRequire(new URL('web/package.json', root));

export const program = process.env.TUMEN ?? fileURLToPath(new URL('build/tumen', root));

export function hasProgram() {
  return existsSync(program);
}

/** What the program prints to stdout; it ends with code 0. */
export function tumen(folder, ...words) {
  return execFileSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The state hashes of a scenario's runs as the program stores them. */
export function nativeHashes(folder, scenario, replicates, ...more) {
  const results = `hashes-${scenario.replace(/[^a-z-]/g, '')}.sqlite`;
  tumen(folder, 'run', scenario, '--luck-only', '--replicates', replicates, '--out', results, '--force', ...more);
  const report = JSON.parse(tumen(folder, 'report', results, '--json'));
  return report.provenance.replicate_hashes.map(({ hash }) => hash);
}

/** Options for tests that need the program. */
export const needsProgram = { skip: hasProgram() ? false : `${program} is not built` };

export function wasmBytes() {
  const path = process.env.TUMEN_WASM ?? new URL('build/wasm/tumen.wasm', root);
  return readFileSync(path);
}

/** The page's own engine, run in Node. */
export async function startEngine() {
  const { build } = require('esbuild');
  const folder = mkdtempSync(join(tmpdir(), 'tumen-engine-'));
  const outfile = join(folder, 'engine.mjs');
  const entry = fileURLToPath(new URL('web/src/explore/model/engine.ts', root));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { Engine } = await import(outfile);
  rmSync(folder, { recursive: true });
  return Engine.start(await WebAssembly.compile(wasmBytes()));
}

/** The built page as `tumen explore` fills it. */
export function explorerHtml(html, explore = {}) {
  return fillPage(html, { format: 1, explore: { scenario: 'hyesan-handin', toml: null, ...explore } });
}

/** A city that plays in a few milliseconds. */
export const smallCity = `title = "A small city"
question = "Does it play?"
start = 2020-09-01
days = 90

[[city]]
name = "hyesan"
label = "Hyesan"
residents = 10000

[[hand_in_drive]]
from = 2020-09-20
to = 2020-11-10
forgiveness = "promised"
`;

/** Opens what stands behind "all numbers"; in a report it stands open. */
export async function openNumbers(page) {
  await page.waitForSelector('#all-numbers, main .explorer', { state: 'attached', timeout: 120_000 });
  await page.evaluate(() => document.getElementById('all-numbers')?.setAttribute('open', ''));
}

/** Waits for the picture of all runs of the setting with these overrides. */
export async function picture(page, { overrides, runs = 32, timeout = 120_000 } = {}) {
  await openNumbers(page);
  const spec = overrides === undefined ? '' : `[data-spec="${overrides}"]`;
  await page.waitForSelector(`.explored-figures[data-runs="${runs}"]${spec}`, { timeout });
}

/** What the page says of the picture that is shown, once it says this: a setting that has just been changed may still
 * stand under the picture of the one before. */
export async function saidOfPicture(page, expected, { timeout = 120_000 } = {}) {
  const line = page.locator('.setup .aside');
  await line.filter({ hasText: expected }).waitFor({ timeout }).catch(() => {});
  const said = await line.textContent();
  assert.match(said, expected);
  return said;
}

/** The line of the median in the figure of people calling. */
export function medianOf(page, part = '.median') {
  return page.getAttribute(`#figure-x-calling .chart svg ${part} path`, 'd');
}
