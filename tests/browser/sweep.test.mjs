// "What happens for other values of the parameters" of a report, filled with a made-up sweep.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeFindings, launch, open, pageFolder } from './support/browser.mjs';
import { makeSweep } from './support/fixture_sweep.mjs';

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = pageFolder();
});

after(async () => {
  await browser?.close();
  folder?.remove();
});

async function withSweep(body, options = {}) {
  const sweep = makeSweep();
  const path = folder.page('sweep.html', { change: { sweep, stopped: 'Stopped after 16 runs.' } });
  const opened = await open(browser, path, options);
  try {
    await body(opened.page, sweep, opened.seen);
  } finally {
    await opened.close();
  }
}

test('each parameter has a figure with a dot and an interval for every point', () =>
  withSweep(async (page, { factors, points }, seen) => {
    for (const { name, label } of factors) {
      const figure = page.locator(`#figure-sweep-${name}`);
      const drawing = figure.locator('.chart svg').first();
      assert.equal(await drawing.locator('circle').count(), points.length);
      assert.equal(await drawing.locator('.interval line').count(), points.length);
      assert.match(await drawing.getAttribute('aria-label'), /People who stopped calling over/);
      assert.equal(await figure.locator('h3').innerText(), label);
    }
    assert.match(
      await page.locator('#figure-sweep-detection figcaption').innerText(),
      /beyond what the evidence supports/,
    );
    assert.doesNotMatch(await page.locator('#figure-sweep-fee_base figcaption').innerText(), /beyond/);
    assert.deepEqual(seen.errors, []);
  }));

test('another headline can be chosen, and what has no value has no dot', () =>
  withSweep(async (page, { points }) => {
    await page.locator('#sweep select').selectOption({ label: 'People arrested' });
    const figure = page.locator('#figure-sweep-fee_base');
    assert.equal(await figure.locator('.chart svg circle').count(), points.length - 1);
    await figure.locator('summary').click();
    await figure.locator('tbody tr').first().waitFor();
    const rows = await figure.locator('tbody tr').allTextContents();
    assert.equal(rows.length, points.length);
    assert.match(rows[0], /20.*0\.1.*16.*12.*9 to 15/s);
    assert.match(rows[3], /not defined/);
  }));

test('why a run stopped stands above the curves of precision', () =>
  withSweep(async (page) =>
    assert.match(await page.locator('#enough').innerText(), /Stopped after 16 runs\./),
  ));

test('it can be used without seeing it, wide and narrow', async () => {
  for (const width of [1280, 360]) {
    await withSweep(
      async (page) => {
        assert.deepEqual(await axeFindings(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} pixels too wide`);
      },
      { width },
    );
  }
});

test('a report without a sweep has no such part', async () => {
  const opened = await open(browser, folder.page('plain.html', {}));
  assert.equal(await opened.page.locator('#sweep').count(), 0);
  await opened.close();
});
