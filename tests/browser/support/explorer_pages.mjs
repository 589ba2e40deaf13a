// The explorer in pages of its own: where its controls are, and what it has drawn.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explorerHtml, nativeHashes, smallCity } from './explorer.mjs';
import { startPages } from './pages.mjs';

/** The calendar of hyesan-handin in a city a quarter as large: what takes long with all of its people. */
const town = readFileSync(new URL('../../../scenarios/hyesan-handin.toml', import.meta.url), 'utf8').replace(
  'label = "Hyesan"',
  'label = "Hyesan"\nresidents = 50000',
);

/** `main` begins with hyesan-handin, `town` with fewer people, `small` with a city that plays in a few milliseconds. */
export function startExplorer() {
  const pages = startPages((folder) => {
    const own = { scenario: 'small', toml: smallCity };
    explorer.main = folder.raw('explorer.html', (html) => explorerHtml(html));
    explorer.town = folder.raw('town.html', (html) => explorerHtml(html, { scenario: 'town', toml: town }));
    explorer.small = folder.raw('small.html', (html) => explorerHtml(html, own));
  });
  const explorer = {
    main: undefined,
    town: undefined,
    small: undefined,
    withMain: (options, body) => pages.withFile(explorer.main, options, body),
    withTown: (options, body) => pages.withFile(explorer.town, options, body),
    withSmall: (options, body) => pages.withFile(explorer.small, options, body),
    /** A page filled in another way. */
    withHtml: (change, options, body) => pages.withFile(pages.folder.raw('other.html', change), options, body),
    /** The state hash of run 1 of a saved scenario, as the program plays it. */
    nativeHash: (toml, ...more) => {
      const file = join(pages.folder.path, 'saved.toml');
      writeFileSync(file, toml);
      return nativeHashes(pages.folder.path, file, '1', ...more)[0];
    },
  };
  return explorer;
}

export const slider = (page, name) =>
  page.locator(`[data-parameter="${name}"]`).first().locator('input[type="range"]');

export const field = (page, name) =>
  page.locator(`[data-parameter="${name}"]`).first().locator('input[type="number"]');

/** Shows the rows of a parameter that is not among the least known. */
export async function find(page, name) {
  await page.getByLabel('Find a number by its name').fill(name);
  await page.locator(`[data-parameter="${name}"]`).first().waitFor();
}

const median = '#figure-x-calling .chart svg .median path';

/** Waits until the line of the median in the figure of people calling is this one. */
export async function medianBecomes(page, line) {
  await page.waitForFunction(
    ([where, wanted]) => document.querySelector(where)?.getAttribute('d') === wanted,
    [median, line],
  );
}

/** Waits until it is another one. */
export async function medianLeaves(page, line) {
  await page.waitForFunction(
    ([where, left]) => document.querySelector(where)?.getAttribute('d') !== left,
    [median, line],
  );
}

export const patience = { timeout: 240_000 };

/** Until somebody's story is told. */
export async function told(page) {
  await page.waitForSelector('.chapters li[aria-current="step"]', patience);
}
