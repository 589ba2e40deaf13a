// The brief of a report: reached by a link, two sheets of paper at most, in both languages, for every question.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { makeCalibration } from '../support/fixture_calibration.mjs';
import { doubtOfValues, firstOfComparison, firstOfDoubt, firstOfRun, firstOfValues } from '../support/fixture_first.mjs';
import { makeSensitivity } from '../support/fixture_sensitivity.mjs';
import { makeSweep } from '../support/fixture_sweep.mjs';
import { assertFits, startPages } from '../support/pages.mjs';

/** As long as a real one gets: four rows, three that narrow, what stands, and the range of a second reading. */
function longDoubt() {
  const [one, two] = doubtOfValues.narrows.most;
  const narrows = { ...doubtOfValues.narrows, most: [one, two, { ...one, id: 'phone_share.resident', index: 'resident' }] };
  const second = { name: 'second', how: 'each voice as one report, however many it made', told: true, refused: false, plays: 512, effective: 162, low: 19, middle: 153, high: 486 };
  const first = firstOfDoubt({ ...doubtOfValues, narrows, second });
  const told = { ...first.rows[0], row: 'told', id: 'told_arrests', unit: 'people' };
  return { ...first, rows: [...first.rows, told] };
}

const changes = {
  run: () => ({ first: firstOfRun() }),
  values: () => ({ first: firstOfValues({ times: 5 }) }),
  doubt: () => ({ first: longDoubt() }),
  comparison: () => ({ first: firstOfComparison() }),
  sweep: () => ({ sweep: makeSweep() }),
  sensitivity: () => ({ sensitivity: makeSensitivity('morris') }),
  calibration: () => ({ calibration: makeCalibration() }),
};
const paths = {};
const pages = startPages((folder) => {
  for (const [name, change] of Object.entries(changes)) paths[name] = folder.page(`${name}.html`, { change: change() });
});

/** Sheets of A4 that the page prints on. */
async function sheets(page) {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
}

for (const name of Object.keys(changes)) {
  test(`the brief of a report has two pages at most, in both languages: ${name}`, () =>
    pages.withFile(paths[name], { width: 400, height: 800 }, async (page, seen) => {
      const whole = await sheets(page);
      const sentence = await page.textContent('.first-sentence');
      await page.locator('.bar a[href="#brief"]').focus();
      await page.keyboard.press('Enter');
      await page.locator('main.brief').waitFor();
      assert.equal(await page.textContent('.brief .first-sentence'), sentence);
      for (const language of ['en', 'ko']) {
        if (language === 'ko') await page.locator('button.language').click();
        const count = await sheets(page);
        assert.ok(count <= 2, `${language}: ${count} sheets`);
        assert.ok(count < whole, 'the whole report is longer');
        assert.ok((await page.locator('.brief section li').count()) > 0);
        assert.match(await page.textContent('.brief .provenance'), /tumen /);
        assert.deepEqual(await axeFindings(page), []);
        await assertFits(page);
      }
      assert.match(await page.textContent('.brief .awaits'), /\uc6d0\uc5b4\ubbfc/);
      await page.locator('.brief a[href="#contents"]').click();
      await page.locator('#contents').waitFor();
      assert.equal(await page.locator('main.brief').count(), 0);
      assert.deepEqual(seen.errors, []);
    }));
}

test('an address that ends in #brief opens the brief', () =>
  pages.withFile(paths.values, {}, async (page) => {
    await page.goto(`${page.url()}#brief`);
    await page.reload();
    await page.locator('main.brief .bar-all').first().waitFor();
    assert.equal(await page.locator('.contents').count(), 0);
  }));
