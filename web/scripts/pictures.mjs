// Makes the pictures of docs from the built page, in Chromium: first screens at 1280 and 400 pixels, light and dark,
// in both languages, alone and on sheets of four. The report is one that the program makes: TUMEN names the program,
// TUMEN_RESULTS results that it has stored before. With RESULTS, the folder in which the commands of docs/tutorial.md
// were carried out, the pictures of the tutorial instead.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, open, pageFolder } from '../../tests/browser/support/browser.mjs';
import { explorerHtml, hasProgram } from '../../tests/browser/support/explorer.mjs';
import { pageOf, reportOf } from './program_report.mjs';

const images = (name) => fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));
const patience = { timeout: 600_000 };

const desk = { width: 1280, height: 800 };
const phone = { width: 400, height: 800 };

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

/** Names of single pictures by language, colours and size, and the sheets on which all four stand. */
const explorer = {
  ready: whole,
  single: { 'en light desk': 'explorer', 'en light phone': 'explorer-phone', 'ko dark phone': 'explorer-phone-ko' },
  sheets: { desk: 'first-explorer', phone: 'first-explorer-phone' },
};
const report = {
  ready: (page) => page.waitForSelector('.first-row svg'),
  single: { 'en light desk': 'report' },
  sheets: { desk: 'first-report', phone: 'first-report-phone' },
};
/** The answer before stays as an outline. */
const moved = { ready: changed, single: { 'en dark desk': 'explorer-moved' }, sheets: {} };

const browser = await launch();
const folder = pageFolder();

/** Those named on the command line, or all. */
const named = process.argv.slice(2);
const isWanted = ([name]) => named.length === 0 || named.includes(name);

const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The first screen in both languages and colours, of one page: what was played stays as it is. */
async function screensOf(page, size) {
  const screens = {};
  await page.setViewportSize(size);
  for (const language of ['en', 'ko']) {
    if ((await page.getAttribute('html', 'lang')) !== language) await page.locator('button.language').click();
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => scrollTo(0, 0));
      await frames(page);
      screens[`${language} ${colorScheme}`] = await page.screenshot();
    }
  }
  return screens;
}

/** Four screens on one sheet: beside each other on a phone, two by two on a desk. */
async function sheet(name, screens, columns, width) {
  const context = await browser.newContext({ viewport: { width: columns * (width + 16) + 16, height: 400 } });
  const page = await context.newPage();
  const images_ = Object.values(screens).map((one) => `<img width="${width}" src="data:image/png;base64,${one.toString('base64')}">`);
  await page.setContent(`<body style="margin:16px;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:16px;background:#8a8f94">${images_.join('')}</body>`);
  await page.screenshot({ path: images(name), fullPage: true });
  await context.close();
  console.log(`wrote ${images(name)}`);
}

async function pictures(make, { ready, single, sheets }) {
  const names = [...Object.values(single), ...Object.values(sheets)];
  if (!names.some((name) => isWanted([name]))) return;
  const { page, close } = await open(browser, make(), desk);
  await ready(page);
  for (const [name, size] of Object.entries({ desk, phone })) {
    const screens = await screensOf(page, size);
    for (const [look, screen] of Object.entries(screens)) {
      const file = single[`${look} ${name}`];
      if (!file || !isWanted([file])) continue;
      writeFileSync(images(file), screen);
      console.log(`wrote ${images(file)}`);
    }
    if (sheets[name] && isWanted([sheets[name]])) await sheet(sheets[name], screens, name === 'desk' ? 2 : 4, name === 'desk' ? 760 : 400);
  }
  await close();
}

/** Results that were stored before, or a run of its own. */
function reportPage() {
  const stored = process.env.TUMEN_RESULTS;
  return stored ? pageOf(folder, 'run', stored) : reportOf(folder, 'run', ['run', 'hyesan-handin']);
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
    const page = () => folder.raw('explorer.html', (html) => explorerHtml(html));
    if (hasProgram()) await pictures(reportPage, report);
    await pictures(page, explorer);
    await pictures(page, moved);
  }
} finally {
  await browser.close();
  folder.remove();
}
