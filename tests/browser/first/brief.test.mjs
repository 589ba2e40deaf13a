// The brief of a report: reached by a link, two sheets of paper at most, in both languages, for every question.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { makeCalibration } from '../support/fixture_calibration.mjs';
import { makeReport } from '../support/fixture.mjs';
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

const { limits: said } = JSON.parse(readFileSync(new URL('../../../texts/en/program.json', import.meta.url), 'utf8')).program;
const limits = Object.values(said);

/** As `tumen given` leaves it: what was heard is in the command, and the sources were changed. */
function longGiven() {
  const command = "tumen given hyesan-handin --heard 'sum(told_arrests, all) is 0 to 9' --replicates 96";
  const { provenance } = makeReport();
  const hash = provenance.parameter_hash;
  const cite = `Tumen 0.1.0, commit 4f1c2d9e5a60: a simulation with synthetic people. Model ${hash}, scenario hyesan-handin (hash ${hash}), seed 1, replicates: asked for 192, there 192, failed 0; played 2026-01-15.`;
  const first = longDoubt();
  const [phones, silent] = first.doubt.stands;
  const stands = [{ ...silent, id: 'fewer-callers', statement: 'Fewer people call in the last week of the drive than without it.' }, phones, silent];
  const doubt = { ...first.doubt, stands, second: { ...first.doubt.second, told: false, plays: 96, effective: 33, low: null, middle: null, high: null } };
  return { first: { ...first, doubt }, limits, cite, provenance: { ...provenance, command, commit: '4f1c2d9e5a60', dirty: 'modified' } };
}

const changes = {
  run: () => ({ first: firstOfRun() }),
  values: () => ({ first: firstOfValues({ times: 5 }) }),
  doubt: () => ({ first: longDoubt() }),
  given: longGiven,
  comparison: () => ({ first: firstOfComparison() }),
  sweep: () => ({ sweep: makeSweep() }),
  sensitivity: () => ({ sensitivity: makeSensitivity('morris') }),
  calibration: () => ({ calibration: makeCalibration() }),
};
const paths = {};
const pages = startPages((folder) => {
  for (const [name, change] of Object.entries(changes)) paths[name] = folder.page(`${name}.html`, { change: change() });
});

/** Sheets that the page prints on: Letter is wider than A4, and 18 mm shorter. */
async function sheets(page, format = 'A4') {
  const pdf = await page.pdf({ format, preferCSSPageSize: true });
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
        for (const format of ['A4', 'Letter']) {
          const count = await sheets(page, format);
          assert.ok(count <= 2, `${language}, ${format}: ${count} sheets`);
          assert.ok(count < whole, 'the whole report is longer');
        }
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

test('on paper the letters of a picture are no smaller than two thirds of those of the screen', () =>
  pages.withFile(paths.values, { width: 1280 }, async (page) => {
    await page.goto(`${page.url()}#brief`);
    await page.locator('main.brief .first-row svg').first().waitFor();
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    await page.addStyleTag({ content: '#app { width: 660px !important; }' });
    const scales = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      return [...document.querySelectorAll('.brief .first-row svg, .brief .width-row svg')].map(
        (one) => one.getBoundingClientRect().width / Number(one.getAttribute('width')),
      );
    });
    assert.ok(scales.length > 2 && Math.min(...scales) > 2 / 3, scales.join(' '));
  }));
