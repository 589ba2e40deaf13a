// Makes the pictures of docs/explorer.md from the built page, in Chromium.
import { fileURLToPath } from 'node:url';
import { launch, open, pageFolder } from '../../tests/browser/support/browser.mjs';
import { explorerHtml, picture } from '../../tests/browser/support/explorer.mjs';

/** Scrolls until the first element of the selector stands so many pixels below the top of the window. */
function scrollTo(page, selector, below) {
  return page.evaluate(
    ([where, gap]) => {
      const { top } = document.querySelector(where).getBoundingClientRect();
      scrollBy(0, top - gap);
    },
    [selector, below],
  );
}

/** Two settings on the same luck: B promises nothing. */
async function twoSettings(page) {
  await page.getByLabel('Set a second setting B beside it').check();
  await page.getByLabel('Forgiveness, Hand-in drive 1').selectOption('none');
  await page.locator('.pictures', { hasText: 'B \u2212 A: \u2212' }).waitFor();
  await page.locator('.explored-figures[data-runs-b="32"]').waitFor();
  await scrollTo(page, '.progress', 134);
  const last = page.getByRole('button', { name: 'The calendar of the scenario' });
  await last.scrollIntoViewIfNeeded();
}

/** One run in December: its wards, the flows of the drive, and the diary of a broker. */
async function oneRun(page) {
  await page.getByRole('button', { name: 'Show one run' }).click();
  await page.locator('.ward').nth(3).click();
  await page.locator('.households button', { hasText: 'money broker' }).first().click();
  await page.locator('.diary .entries li').first().waitFor();
  await page.getByLabel('Day', { exact: true }).fill('110');
  await scrollTo(page, '.see h3', 140);
}

/** What is known of one number. */
async function oneNumber(page) {
  await scrollTo(page, '[data-parameter="detection"]', 282);
  await page.locator('[data-parameter="detection"]').first().hover();
}

const browser = await launch();
const folder = pageFolder();
try {
  const path = folder.raw('explorer.html', (html) => explorerHtml(html));
  for (const [name, options, prepare] of [
    ['explorer', { width: 1360, height: 1000 }, twoSettings],
    ['explorer-dark', { width: 1360, height: 1300, colorScheme: 'dark' }, oneRun],
    ['explorer-phone', { width: 400, height: 860 }, oneNumber],
  ]) {
    const { page, close } = await open(browser, path, options);
    await picture(page);
    await prepare(page);
    const file = fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));
    await page.screenshot({ path: file });
    await close();
    console.log(`wrote ${file}`);
  }
} finally {
  await browser.close();
  folder.remove();
}
