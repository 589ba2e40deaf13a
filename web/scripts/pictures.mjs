// Makes the pictures of docs from the built page, in Chromium: first screens at 1280 and 400 pixels, light and dark,
// in both languages. The report is one that the program makes: TUMEN names the program.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, open, pageFolder } from '../../tests/browser/support/browser.mjs';
import { explorerHtml, hasProgram, program } from '../../tests/browser/support/explorer.mjs';

const images = (name) => fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));
const patience = { timeout: 600_000 };

/** Until somebody's story is told and all plays of the answer are there. */
async function whole(page) {
  await page.waitForSelector('.chapters li[aria-current="step"]', patience);
  await page.waitForSelector('.answer-card[data-state="done"]', patience);
}

/** One control moved by the keyboard: homes with a phone take a value. */
async function changed(page) {
  await whole(page);
  await page.locator('#control-homes').focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  await page.waitForSelector('.answer-card:not([data-state="done"])', patience);
  await whole(page);
}

const korean = (then) => async (page) => {
  await page.locator('button.language').click();
  await then(page);
};

const nothing = async () => undefined;

const explorer = [
  ['explorer', { width: 1280, height: 800 }, whole],
  ['explorer-dark', { width: 1280, height: 800, colorScheme: 'dark' }, changed],
  ['explorer-ko', { width: 1280, height: 800 }, korean(whole)],
  ['explorer-phone', { width: 400, height: 800 }, whole],
  ['explorer-phone-ko', { width: 400, height: 800, colorScheme: 'dark' }, korean(whole)],
];
const report = [
  ['report', { width: 1280, height: 800 }, nothing],
  ['report-ko', { width: 1280, height: 800, colorScheme: 'dark' }, korean(nothing)],
  ['report-phone', { width: 400, height: 800 }, nothing],
];

const browser = await launch();
const folder = pageFolder();

async function pictures(path, list) {
  for (const [name, options, prepare] of list) {
    const { page, close } = await open(browser, path, options);
    await prepare(page);
    await page.screenshot({ path: images(name) });
    await close();
    console.log(`wrote ${images(name)}`);
  }
}

/** The page as it is built now, with the results of the program's own report. */
function reportOf(folder) {
  const results = join(folder.path, 'run.sqlite');
  const run = (...words) => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  run('run', 'hyesan-handin', '--out', results);
  const page = join(folder.path, 'report.html');
  run('report', results, '--out', page);
  return page;
}

try {
  await pictures(folder.raw('explorer.html', (html) => explorerHtml(html)), explorer);
  if (hasProgram()) await pictures(reportOf(folder), report);
} finally {
  await browser.close();
  folder.remove();
}
