// "Which values fit what was reported" of a report, filled with a made-up calibration.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { download } from '../support/browser.mjs';
import { makeCalibration, makeDrawnFrom } from '../support/fixture_calibration.mjs';
import { assertAccessible, startPages } from '../support/pages.mjs';

const pages = startPages();

function withPage(change, body, options = {}) {
  const path = pages.folder.page('calibration.html', { change });
  return pages.withFile(path, options, body);
}

const calibrated = (body, options) =>
  withPage({ calibration: makeCalibration() }, body, options);

test('every parameter has a mark within its prior, and every pair a cloud', () =>
  calibrated(async (page, seen) => {
    const alone = page.locator('#figure-calibration-parameters .chart svg').first();
    assert.equal(await alone.locator('.mark > *').count(), 3);
    assert.match(await alone.getAttribute('aria-label'), /90\s% interval/);
    const pairs = page.locator('#figure-calibration-pairs .chart svg').first();
    assert.equal(await pairs.locator('circle').count(), 3 * 50);
    assert.equal(await pairs.locator('rect[fill]:not([fill=none])').count(), 3 * 10);
    assert.deepEqual(seen.errors, []);
  }));

test('a CSV has a column for each field that the program names, and their units in its cover', () =>
  calibrated(async (page) => {
    const words = ['info', 'results', '--json'];
    const kinds = JSON.parse(execFileSync(process.env.TUMEN ?? 'build/tumen', words, { maxBuffer: 1 << 24 })).results;
    const { fields, saved } = kinds.find(({ name }) => name === 'calibrated parameter');
    const figure = page.locator('#figure-calibration-parameters');
    const { name, text } = await download(page, figure.getByRole('button', { name: /^Save as CSV/ }));
    assert.match(name, new RegExp(`^tumen-[a-z0-9-]+-${saved}\\.csv$`));
    const lines = text.trimEnd().split('\r\n');
    const cover = lines.filter((line) => line.startsWith('# '));
    const told = fields.filter(({ page: shown }) => shown !== null);
    assert.equal(lines[cover.length], told.map((field) => field.page).join(','));
    assert.equal(lines.length, cover.length + 1 + 3);
    const units = told.filter(({ unit }) => unit !== '').map((field) => `${field.page} ${field.unit === 'row' ? 'as in the column unit' : field.unit}`);
    assert.equal(cover[2], `# Units: ${units.join('; ')}.`);
  }));

test('the tables behind the figures hold priors, intervals, shrinkage, warnings, correlations', () =>
  calibrated(async (page) => {
    const alone = page.locator('#figure-calibration-parameters');
    await alone.locator('summary').click();
    await alone.locator('tbody tr').first().waitFor();
    const rows = await alone.locator('tbody tr').allTextContents();
    assert.equal(rows.length, 3);
    assert.match(rows[0], /fee_base: Meaning of fee_base.*0\.71.*beyond the evidence/);
    assert.match(rows[1], /low end of its prior/);
    const pairs = page.locator('#figure-calibration-pairs');
    await pairs.locator('summary').click();
    await pairs.locator('tbody tr').first().waitFor();
    const correlations = await pairs.locator('tbody tr').allTextContents();
    assert.equal(correlations.length, 3);
    assert.match(correlations[0], /detectionfee_base0\.42/);
    assert.match(correlations[1], /not defined/);
  }));

test('patterns stand with their use before and after, those held out first', () =>
  calibrated(async (page) => {
    const rows = await page.locator('#calibration .table.stacked tbody tr').allTextContents();
    assert.equal(rows.length, 3);
    assert.match(rows[0], /A9.*held out/);
    assert.match(rows[1], /K1.*fitted to.*20.*%.*90.*%/);
    assert.match(rows[2], /P01.*not fitted to.*not defined/);
  }));

test('failures are told with a seed that no script number can spoil', () =>
  calibrated(async (page) => {
    await page.locator('#calibration summary', { hasText: 'Simulations that failed' }).click();
    const table = page.locator('#calibration [aria-label="Simulations that failed"] tbody');
    assert.match(await table.textContent(), /the shares sum to 1\.1.*seed 9007199254740993/);
  }));

for (const [name, options] of [
  ['as it is', {}],
  ['on a phone', { width: 360 }],
]) {
  test(`the part can be read with assistive technology, ${name}`, () =>
    calibrated(assertAccessible, options));
}

test('a report on draws from a posterior says so where it says what may not be concluded', () =>
  withPage({ drawn_from: makeDrawnFrom() }, async (page) => {
    const limits = await page.locator('.limits').textContent();
    assert.match(limits, /drawn from a posterior \(calibrate-hyesan-calm, seed 1\).*fee_base/);
    assert.match(await page.locator('#days .intro').textContent(), /what the calibration left open/);
    assert.equal(await page.locator('#calibration').count(), 0);
  }));
