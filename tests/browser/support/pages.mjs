// What a file of tests begins with: a browser and a folder for its pages, from its first test to its last.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axeFindings, launch, open, pageFolder } from './browser.mjs';

/**
 * `withFile` opens a page for one test; `folder` is there once the tests have begun, and before them for
 * `prepare`, which makes what all of them need.
 */
export function startPages(prepare = () => {}) {
  let browser;
  const pages = {
    folder: undefined,
    withFile: async (path, options, body) => {
      const opened = await open(browser, path, options);
      try {
        await body(opened.page, opened.seen);
      } finally {
        await opened.close();
      }
    },
  };
  before(async () => {
    browser = await launch();
    pages.folder = pageFolder();
    prepare(pages.folder);
  });
  after(async () => {
    await browser?.close();
    pages.folder?.remove();
  });
  return pages;
}

/**
 * Combinations of one value of each list. Where TUMEN_EVERY is set (`tools/nightly browser`) all of them, else every
 * other one, as on a board of chess: each value is there, and of three lists each two values together.
 */
export function combinations(...lists) {
  let all = [{ values: [], sum: 0 }];
  for (const list of lists) {
    all = all.flatMap(({ values, sum }) => list.map((value, at) => ({ values: [...values, value], sum: sum + at })));
  }
  return all.filter(({ sum }) => process.env.TUMEN_EVERY || sum % 2 === 0).map(({ values }) => values);
}

/** Nothing lies beside the window, to be reached by scrolling sideways. */
export async function assertFits(page) {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(content <= window, `${content} > ${window}`);
}

/** axe finds nothing, and nothing scrolls sideways. */
export async function assertAccessible(page) {
  assert.deepEqual(await axeFindings(page), []);
  await assertFits(page);
}
