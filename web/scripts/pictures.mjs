// Makes the pictures of docs from the built page, in Chromium: first screens at 1280 and 400 pixels, light and dark,
// in both languages. The report is one that the program makes: TUMEN names the program. With RESULTS, the folder in
// which the commands of docs/tutorial.md were carried out, the pictures of the tutorial instead.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, open, pageFolder } from '../../tests/browser/support/browser.mjs';
import { explorerHtml, hasProgram } from '../../tests/browser/support/explorer.mjs';
import { pageOf, reportOf } from './program_report.mjs';

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

/** Those named on the command line, or all. */
const named = process.argv.slice(2);
const isWanted = ([name]) => named.length === 0 || named.includes(name);

/** `make` says where the page lies, and is asked only where a picture of it is wanted. */
async function pictures(make, list) {
  const wanted = list.filter(isWanted);
  if (wanted.length === 0) return;
  const path = make();
  for (const [name, options, prepare] of wanted) {
    const { page, close } = await open(browser, path, options);
    await prepare(page);
    await page.screenshot({ path: images(name) });
    await close();
    console.log(`wrote ${images(name)}`);
  }
}

/** What the tutorial shows, as its commands make it, and which part of the report. */
const tutorial = [
  ['tutorial-days', 'handin', curves(['People calling abroad', 'Dead phones handed in so far'])],
  ['tutorial-differences', 'doubted', rows('#differences table', 3)],
  ['tutorial-sensitivity', 'matters', async (page) => page.locator('#sensitivity .figure .chart').first()],
  ['tutorial-calibration', 'fits', async (page) => page.locator('#calibration .figure .chart').first()],
];

/** Two curves of a report, side by side and nothing else. */
function curves(titles) {
  return async (page) => {
    await page.evaluate((wanted) => {
      const all = [...document.querySelectorAll('#days .figure')];
      const shown = all.filter((one) => wanted.includes(one.querySelector('h3').textContent));
      const place = shown[0].parentElement;
      place.replaceChildren(...shown);
      place.id = 'shown';
      for (const one of place.querySelectorAll('figcaption, .actions, details')) one.remove();
    }, titles);
    return page.locator('#shown');
  };
}

/** The first rows of a table. */
function rows(where, count) {
  return async (page) => {
    await page.evaluate(
      ([place, most]) => [...document.querySelector(place).tBodies[0].rows].slice(most).forEach((row) => row.remove()),
      [where, count],
    );
    return page.locator(where).first();
  };
}

/** RESULTS names a folder with what the commands of docs/tutorial.md have written. */
async function tutorialPictures(results) {
  for (const [name, file, part] of tutorial.filter(isWanted)) {
    const path = join(results, `${file}.sqlite`);
    if (!existsSync(path)) continue;
    const { page, close } = await open(browser, pageOf(folder, file, path), { width: 1280, height: 900 });
    await (await part(page)).screenshot({ path: images(name) });
    await close();
    console.log(`wrote ${images(name)}`);
  }
}

try {
  if (process.env.RESULTS) {
    await tutorialPictures(process.env.RESULTS);
  } else {
    await pictures(() => folder.raw('explorer.html', (html) => explorerHtml(html)), explorer);
    if (hasProgram()) await pictures(() => reportOf(folder, 'run', ['run', 'hyesan-handin']), report);
  }
} finally {
  await browser.close();
  folder.remove();
}
