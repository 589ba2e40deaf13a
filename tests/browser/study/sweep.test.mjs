// "What happens for other values of the parameters" of a report, filled with a made-up sweep.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSweep, makeVaried } from '../support/fixture_sweep.mjs';
import { assertAccessible, startPages } from '../support/pages.mjs';

const pages = startPages();

function withSweep(body, options = {}) {
  const sweep = makeSweep();
  const path = pages.folder.page('sweep.html', { change: { sweep, stopped: 'Stopped after 16 runs.' } });
  return pages.withFile(path, options, (page, seen) => body(page, sweep, seen));
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

test('rivals of a rule have places on an axis, and dates are dates', () => {
  const path = pages.folder.page('varied.html', { change: { sweep: makeVaried() } });
  return pages.withFile(path, {}, async (page, seen) => {
    const rule = page.locator('#figure-sweep-rules\\.trust');
    assert.equal(await rule.locator('h3').innerText(), 'Trust in promises');
    assert.match(await rule.locator('figcaption').innerText(), /updated \(falls when a promise is broken\), fixed \(never changes\)/);
    const texts = await rule.locator('.chart svg').first().locator('text').allTextContents();
    assert.deepEqual(texts.filter((text) => ['updated', 'fixed'].includes(text)), ['updated', 'fixed']);
    assert.equal(await rule.locator('.chart svg circle').count(), 4);
    const end = page.locator('[id="figure-sweep-hand_in_drive-2-.to"]');
    assert.equal(await end.locator('h3').innerText(), 'Hand-in drive 2, last day');
    assert.match(await end.locator('figcaption').innerText(), /10 Oct 2020 to 25 Oct 2020/);
    assert.equal(await end.locator('.chart svg circle').count(), 4);
    await end.locator('summary').click();
    await end.locator('tbody tr').first().waitFor();
    const rows = await end.locator('tbody tr').allTextContents();
    assert.match(rows[0], /fixed.*10 Oct 2020/s);
    assert.deepEqual(seen.errors, []);
  });
});

test('why a run stopped stands above the curves of precision', () =>
  withSweep(async (page) =>
    assert.match(await page.locator('#enough').innerText(), /Stopped after 16 runs\./),
  ));

test('it can be used without seeing it, wide and narrow', async () => {
  for (const width of [1280, 360]) await withSweep(assertAccessible, { width });
});

test('a report without a sweep has no such part', () =>
  pages.withFile(pages.folder.page('plain.html', {}), {}, async (page) =>
    assert.equal(await page.locator('#sweep').count(), 0),
  ));

test('of one play a setting no interval is drawn, and what stays at nought is said to stay', () => {
  const sweep = makeSweep();
  sweep.factors = sweep.factors.slice(0, 1);
  sweep.points = sweep.points.map((point) => ({ ...point, done: 1, estimates: point.estimates.map(() => [1, 0, null, null]) }));
  const path = pages.folder.page('once.html', { change: { sweep, replicates: 1, extent: { asked_for: 2001, there: 2001, failed: 0 } } });
  return pages.withFile(path, {}, async (page, seen) => {
    assert.match(await page.textContent('.first-sentence'), /this stays at 0/);
    assert.match(await page.textContent('.split'), /^One play a setting/);
    assert.match(await page.textContent('.facts'), /2,001 settings, 1 run each/);
    const drawing = page.locator(`#figure-sweep-${sweep.factors[0].name} .chart svg`).first();
    assert.equal(await drawing.locator('.interval line').count(), 0);
    assert.deepEqual(seen.errors, []);
  });
});
