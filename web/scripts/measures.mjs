// Measures the first screens of the built page, in Chromium, and writes the table into docs/explorer.md: in web/, as
// `npm run measures`. The report is one that the program makes (TUMEN names it); times are measured by bench/page.mjs.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { launch, open, pageFolder } from '../../tests/browser/support/browser.mjs';
import { explorerHtml, smallCity } from '../../tests/browser/support/explorer.mjs';
import { layoutOf, windows } from '../../tests/browser/support/first_layout.mjs';
import { reportOf } from './program_report.mjs';

const target = new URL('../../docs/explorer.md', import.meta.url);
const [begin, end] = ['<!-- measures: cd web && npm run measures -->', '<!-- end of measures -->'];
const patience = { timeout: 600_000 };
const [phone, , desk] = windows;
const languages = ['en', 'ko'];

const browser = await launch();
const folder = pageFolder();

const told = (page) => page.waitForSelector('.chapters li[aria-current="step"]', patience);

/** By language and width: where the picture begins, what stands before it, and whether it is whole. */
async function layouts(path, root, picture, ready) {
  const { page, close } = await open(browser, path, phone);
  await ready(page);
  const found = {};
  for (const language of languages) {
    if (language === 'ko') await page.locator('button.language').click();
    for (const size of [phone, desk]) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      found[`${language} ${size.width}`] = await layoutOf(page, root, picture);
    }
  }
  await close();
  return found;
}

/** Keys from the open file until the answer is another one; and whether answer and control share the screen then. */
async function keyboard(path, height) {
  const { page, close } = await open(browser, path, { width: 400, height });
  await told(page);
  const answer = '.answer-card:is([data-state="bar"], [data-state="done"])';
  await page.waitForSelector(answer, patience);
  const before = await page.textContent('.answer-card .answer-number');
  const keys = ['Tab', 'Enter', 'ArrowLeft'];
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForSelector('.answer-card:not([data-state="bar"], [data-state="done"])', patience);
  await page.waitForSelector(answer, patience);
  assert.notEqual(await page.textContent('.answer-card .answer-number'), before);
  const isSeen = (where) =>
    page.evaluate((name) => {
      const { top, bottom } = document.querySelector(name).getBoundingClientRect();
      return top >= -1 && bottom <= innerHeight + 1;
    }, where);
  const controls = await page.locator('.change [data-control]').evaluateAll((all) => all.map((one) => one.dataset.control));
  let together = 0;
  for (const control of controls) {
    await page.locator(`[data-control="${control}"] input`).first().focus();
    together += (await isSeen('.answer-card')) && (await isSeen(`[data-control="${control}"]`)) ? 1 : 0;
  }
  await close();
  return { actions: keys.length, together, controls: controls.length };
}

function table(report, explorer, tall, low, bytes) {
  const at = (key, value) => languages.map((one) => `${one} ${report[`${one} ${key}`][value]} / ${explorer[`${one} ${key}`][value]}`).join(', ');
  const whole = languages.every((one) => report[`${one} 400`].bottom <= phone.height);
  const rows = [
    ['first picture begins at, 400 x 800: report / explorer', '440 px, its first row whole', `${at(400, 'top')}; ${whole ? 'whole' : 'not whole'}`, '`first_measures.test.mjs`, every question'],
    ['the same at 1280 x 800', '320 px', at(1280, 'top'), 'the same'],
    ['words before it, 400 px', '90', at(400, 'words'), 'the same'],
    ['control and answer on one screen, 400 x 800', 'all', `${tall.together} of ${tall.controls}`, 'the same'],
    ['the same, 640 high', 'one', `${low.together} of ${low.controls}`, '`first_explorer.test.mjs`'],
    ['keys from the open file to another answer', '4', `${tall.actions}: tab, enter, arrow`, '`first_explorer.test.mjs`'],
    ['the page without results', '2 MB', `${(bytes / 1e6).toFixed(2)} MB`, '`explorer.test.mjs`, `test_explore.py`'],
  ];
  const lines = rows.map((row) => `| ${row.join(' | ')} |`);
  return ['| what | to hold | measured | held by |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

try {
  const path = folder.raw('explorer.html', (html) => explorerHtml(html));
  const report = await layouts(reportOf(folder, 'run', ['run', 'hyesan-handin', '--replicates', '64']), '.report-first', '.first-row', (page) => page.waitForSelector('.first-row svg'));
  const explorer = await layouts(path, '.first-screen', '.wards-picture', told);
  const small = folder.raw('small.html', (html) => explorerHtml(html, { scenario: 'small', toml: smallCity }));
  const made = table(report, explorer, await keyboard(small, 800), await keyboard(small, 640), statSync(path).size);
  const text = readFileSync(target, 'utf8');
  const [head, rest] = text.split(begin);
  writeFileSync(target, `${head}${begin}\n\n${made}\n\n${end}${rest.split(end)[1]}`);
  console.log(made);
} finally {
  await browser.close();
  folder.remove();
}
