// The measures of a first screen, for every page that has one, at three widths, in both languages: where its picture
// begins, how many words stand before it, and that everything can be read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explorerHtml, smallCity } from '../support/explorer.mjs';
import { makeCalibration } from '../support/fixture_calibration.mjs';
import { firstOfComparison, firstOfRun, firstOfValues } from '../support/fixture_first.mjs';
import { makeSensitivity } from '../support/fixture_sensitivity.mjs';
import { makeSweep } from '../support/fixture_sweep.mjs';
import { korean, layoutOf, windows } from '../support/first_layout.mjs';
import { startPages } from '../support/pages.mjs';

const patience = { timeout: 240_000 };
const report = { root: '.report-first', picture: '.first-row, .compared-row, .study-picture svg' };
const explorer = { root: '.first-screen', picture: '.wards-picture' };

function sweepOfOne() {
  const made = makeSweep();
  return { ...made, factors: made.factors.slice(0, 1), points: made.points.filter((_, at) => at % 2 === 0) };
}

const kinds = {
  run: { ...report, change: () => ({ first: firstOfRun() }) },
  values: { ...report, change: () => ({ first: firstOfValues() }) },
  'values five times as large': { ...report, change: () => ({ first: firstOfValues({ times: 5 }) }) },
  comparison: { ...report, change: () => ({ first: firstOfComparison() }) },
  sweep: { ...report, change: () => ({ sweep: sweepOfOne() }) },
  sensitivity: { ...report, change: () => ({ sensitivity: makeSensitivity('morris') }) },
  calibration: { ...report, change: () => ({ calibration: makeCalibration() }) },
  'a small city': { ...explorer, explore: { scenario: 'small', toml: smallCity } },
  'hyesan-handin': { ...explorer, explore: {} },
  'hoeryong-oath': { ...explorer, explore: { scenario: 'hoeryong-oath' } },
};

const pages = startPages((folder) => {
  for (const [name, kind] of Object.entries(kinds)) {
    const file = `${name.replace(/ /g, '-')}.html`;
    kind.path = kind.explore
      ? folder.raw(file, (html) => explorerHtml(html, kind.explore))
      : folder.page(file, { change: kind.change() });
  }
});

/** Words that an analyst would have to look up, and that no first screen has. */
const unwanted = /\b(replicates?|draws?|seed|eve|interval|median|parameter|prior|posterior|ratio|decoys?|quantiles?|salience|best|worst|optimal|ranking|certain|significant)\b/i;

/** Of the studies, which tell about numbers of the model by name. */
const studies = new Set(['sweep', 'sensitivity', 'calibration']);

function assertReadable(seen, { most, width }, what) {
  assert.ok(seen.top <= most, `${what}: the picture begins at ${seen.top}`);
  if (width === 400) assert.ok(seen.words <= 90, `${what}: ${seen.words} words before it`);
  assert.deepEqual(seen.small, [], `${what}: text below 13 px`);
  assert.deepEqual(seen.outside, [], `${what}: text outside its box`);
  assert.deepEqual(seen.overlaps, [], `${what}: labels that overlap`);
  assert.ok(seen.sideways <= 0, `${what}: ${seen.sideways} px lie beside the window`);
}

for (const [name, kind] of Object.entries(kinds)) {
  test(`the first screen at three widths, in both languages: ${name}`, () =>
    pages.withFile(kind.path, windows[0], async (page, seen) => {
      if (kind.explore) {
        await page.waitForSelector('.chapters li[aria-current="step"]', patience);
        await page.waitForSelector('.answer-prior', patience); // what is said once there is a range
      }
      for (const language of ['en', 'ko']) {
        if (language === 'ko') await page.locator('button.language').click();
        for (const size of windows) {
          await page.setViewportSize(size);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          const what = `${language}, ${size.width} px`;
          const layout = await layoutOf(page, kind.root, kind.picture);
          console.log(`${name}, ${what}: the picture begins at ${layout.top} px, after ${layout.words} words`);
          assertReadable(layout, size, what);
          if (language === 'ko') assert.match(layout.text, korean);
          else if (!studies.has(name)) assert.doesNotMatch(layout.text, unwanted, what);
        }
      }
      assert.deepEqual(seen.errors, []);
    }));
}

test('at every width the keyboard goes through the explorer as it is read', () =>
  pages.withFile(kinds['a small city'].path, windows[0], async (page) => {
    await page.waitForSelector('.chapters li[aria-current="step"]', patience);
    for (const size of windows) {
      await page.setViewportSize(size);
      const columns = await page.evaluate(() => {
        const shown = (one) => one.checkVisibility() && one.tabIndex >= 0 && !one.disabled;
        const all = [...document.querySelectorAll('.first-screen :is(a, button, input, select, summary, [tabindex])')].filter(shown);
        const column = (one) => one.closest('.story, .day, .answer-column').className;
        return all.map((one) => ({ column: column(one), top: one.getBoundingClientRect().top, left: one.getBoundingClientRect().left }));
      });
      assert.deepEqual([...new Set(columns.map(({ column }) => column))], ['story', 'day', 'answer-column']);
      columns.slice(1).forEach((one, at) => {
        const before = columns[at];
        const inOrder = one.top >= before.top - 44 || one.left > before.left;
        assert.ok(one.column !== before.column || inOrder, `${size.width} px: ${JSON.stringify([before, one])}`);
      });
      if (size.width === 400) columns.slice(1).forEach((one, at) => assert.ok(one.top >= columns[at].top - 44));
    }
  }));

test('on a phone each of the four controls is on one screen with the answer', () =>
  pages.withFile(kinds['a small city'].path, windows[0], async (page) => {
    await page.waitForSelector('.chapters li[aria-current="step"]', patience);
    await page.locator('.answer-card', { hasText: /(?<!of )\b\d+ plays\./ }).waitFor(patience); // as many as there are by now
    const ids = await page.locator('.change [data-control]').evaluateAll((all) => all.map((one) => one.dataset.control));
    assert.deepEqual(ids, ['control-last-day', 'control-promise', 'control-belief', 'control-homes']);
    for (const id of ids) {
      const control = page.locator(`[data-control="${id}"]`);
      await control.locator('input').first().focus();
      const visible = await page.evaluate((name) => {
        const card = document.querySelector('.answer-card').getBoundingClientRect();
        const box = document.querySelector(`[data-control="${name}"]`).getBoundingClientRect();
        const isIn = ({ top, bottom }) => top >= -1 && bottom <= innerHeight + 1;
        return { card: isIn(card), control: isIn(box), apart: box.top >= card.bottom - 1 };
      }, id);
      assert.deepEqual(visible, { card: true, control: true, apart: true }, id);
    }
  }));
