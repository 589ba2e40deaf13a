// Debian's Chromium, driven over its own protocol; the packages are those of web/.
import { createRequire } from 'node:module';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fillPage } from './page_file.mjs';
import { makeReport } from './fixture.mjs';

const require = createRequire(new URL('../../../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');
export const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without the windows of a browser, where it is installed: it takes two thirds of the processor's time. */
const shell = '/usr/bin/chromium-headless-shell';

export function launch() {
  const executablePath = process.env.TUMEN_CHROMIUM ?? (existsSync(shell) ? shell : '/usr/bin/chromium');
  return chromium.launch({ executablePath, args: flags, headless: true });
}

/** A folder for made-up pages that goes away with `remove`. */
export function pageFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tumen-browser-'));
  const built = process.env.TUMEN_PAGE ?? new URL('../../../web/dist/report.html', import.meta.url);
  const raw = (name, change) => {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(built, 'utf8')));
    return path;
  };
  return {
    path: folder,
    page: (name, options) => raw(name, (html) => fillPage(html, makeReport(options))),
    raw,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

// A tab costs more than the page in it: the tests of a file share one, which is blank and as new between them.
const tabs = new WeakMap();
const heard = ['console', 'pageerror', 'request', 'dialog', 'download', 'worker'];

async function newTab(browser, options) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultNavigationTimeout(120_000);
  return { page, done: () => context.close() };
}

/** The shared tab while no test has it; a page whose script was changed gets a tab of its own. */
async function takeTab(browser, bypassCSP) {
  const kept = tabs.get(browser);
  if (kept && !bypassCSP) {
    tabs.delete(browser);
    return kept;
  }
  const tab = await newTab(browser, { bypassCSP });
  if (!bypassCSP) tab.done = () => giveBack(browser, tab);
  return tab;
}

/** Leaves the page with its scripts, workers, listeners and the place of the mouse. */
async function giveBack(browser, tab) {
  for (const name of heard) tab.page.removeAllListeners(name);
  await tab.page.goto('about:blank');
  await tab.page.mouse.move(0, 0);
  if (tabs.has(browser)) await tab.page.context().close();
  else tabs.set(browser, tab);
}

/** Opens a file from disk; `seen` gathers what a clean page never has. A page whose script was changed needs bypassCSP. */
export async function open(browser, path, { width = 1280, height = 900, bypassCSP = false, ...media } = {}) {
  const { page, done } = await takeTab(browser, bypassCSP);
  const seen = { errors: [], requests: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) seen.requests.push(request.url());
  });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ media: null, forcedColors: null, colorScheme: 'light', reducedMotion: 'reduce', ...media });
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector('h1');
  return { page, seen, close: done };
}

/** The results that the open page carries. */
export function carried(page) {
  return page.evaluate(() => JSON.parse(document.getElementById('report-data').textContent));
}

/** What axe finds in the page, or in a part that must be there, one line each: the whole of a report takes it seconds. */
export async function axeFindings(page, within) {
  await page.evaluate(axeSource);
  return page.evaluate(async (part) => {
    const { violations } = await globalThis.axe.run(part ?? document, {
      resultTypes: ['violations'],
    });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 160)}`,
    );
  }, within);
}

export async function download(page, button) {
  const waiting = page.waitForEvent('download');
  await button.click();
  const file = await waiting;
  return {
    name: file.suggestedFilename(),
    text: readFileSync(await file.path(), 'utf8'),
  };
}
