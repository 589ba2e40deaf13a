// What the report of a study opens with: a sweep, an analysis of sensitivity, a calibration. The answer in a
// sentence, then the one picture of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { makeReport } from '../support/fixture.mjs';
import { makeCalibration } from '../support/fixture_calibration.mjs';
import { makeSensitivity } from '../support/fixture_sensitivity.mjs';
import { makeSweep } from '../support/fixture_sweep.mjs';
import { patterns } from '../support/fixture_tables.mjs';
import { assertFits, combinations, startPages } from '../support/pages.mjs';

/** One parameter over three values, as most sweeps are. */
function sweepOfOne() {
  const made = makeSweep();
  const points = made.points.filter((_, at) => at % 2 === 0);
  return { ...made, factors: made.factors.slice(0, 1), points };
}

function tooClose() {
  const made = makeSensitivity('sobol');
  made.headlines[0].factors.forEach((factor) => Object.assign(factor, { best: 1, standing: 'told' }));
  return made;
}

/** Kept for too few, and shown by somewhat more than half of the plays. */
function doubtful() {
  const made = makeCalibration();
  made.patterns[0].posterior = { n: 40, share: 0.52, lo: 0.37, hi: 0.67, mean: 1.5 };
  return { ...made, is_posterior: false, particles: 60, effective_size: 54.6 };
}

const judged = (id, role, verdict, more = {}) => ({ ...patterns[0], id, role, verdict, scenario: 'hyesan-handin', judged_by: 'share', ...more });

/** One of them is about another scenario, which was played for a comparison. */
function checked(command) {
  const { provenance } = makeReport();
  const ofMean = { judged_by: 'mean', share: 1, mean: 0.9859, mean_interval: [0.9695, 1.0023], band: [0.8, 1] };
  const list = [judged('P01', 'input', 'shown'), judged('P03', 'calibrate', 'shown'), judged('K14', 'calibrate', 'mixed', ofMean), judged('N1', 'analogue', 'shown'), judged('K5', 'calibrate', 'not shown', { scenario: 'hyesan-calm' })];
  return { provenance: { ...provenance, command }, patterns: list };
}

const paths = {};
const pages = startPages((folder) => {
  const page = (name, change) => {
    paths[name] = folder.page(`${name}.html`, { change });
  };
  page('sweep', { sweep: sweepOfOne() });
  page('open sweep', { sweep: { ...sweepOfOne(), tells_apart: false } });
  page('grid', { sweep: makeSweep() });
  page('sensitivity', { sensitivity: makeSensitivity('morris') });
  page('close', { sensitivity: tooClose() });
  page('calibration', { calibration: makeCalibration() });
  page('doubtful', { calibration: doubtful() });
  page('checked', checked('tumen check --replicates 16 hyesan-handin'));
  page('rivals', checked('tumen --lang ko check all --rivals --replicates 8'));
});

const withPage = (name, options, body) => pages.withFile(paths[name], options, body);

for (const [width, height, most] of [
  [400, 800, 440],
  [1280, 800, 320],
]) {
  for (const name of ['sweep', 'sensitivity', 'calibration']) {
    test(`the picture of the answer begins on the first screen: ${name}, ${width} x ${height}`, () =>
      withPage(name, { width, height }, async (page, seen) => {
        const box = await page.locator('.study-picture svg').first().boundingBox();
        assert.ok(box.y <= most, `it begins at ${box.y}`);
        await assertFits(page);
        assert.deepEqual(seen.errors, []);
      }));
  }
}

const sentence = (page) => page.textContent('.first-sentence');

test('a sweep opens with its two ends, and names what was varied', () =>
  withPage('sweep', {}, async (page) => {
    assert.match(await page.textContent('h1'), /^One campaign, other values: /);
    assert.match(
      await sentence(page),
      /^In this simulated city, as Share that brokers keep goes from 20.% to 40.%, this goes from 381 to 461.*: People who stopped calling\.$/,
    );
  }));

test('a sweep whose ends luck may have made says so, and calls nothing a change', () =>
  withPage('open sweep', {}, async (page) => {
    assert.match(await sentence(page), /goes from 20.% to 40.%, no change can be told yet: People who stopped calling, from 381 to 461/);
    assert.match(await page.textContent('.split'), /^On the same luck the lowest and the highest cannot be told apart\. Means of/);
  }));

test('a grid of several parameters opens with the lowest and the highest mean', () =>
  withPage('grid', {}, async (page) =>
    assert.match(await sentence(page), /over the 6 settings played, this lies between 381.* and 510/),
  ));

test('an analysis of sensitivity opens with what moves the answer most, where one stands alone', () =>
  withPage('sensitivity', {}, async (page) => {
    assert.match(await sentence(page), /^Of 3 numbers tried, Meaning of promise_breach moves this most: People who stopped calling\.$/);
    assert.match(await page.textContent('.split'), /2 of the 3 stand clear of Monte Carlo noise/);
  }));

test('where errors overlap none is named first, and they stand in the order of the ledger', () =>
  withPage('close', {}, async (page) => {
    assert.match(await sentence(page), /3 are too close to say which moves this most/);
    assert.match(await page.textContent('.split'), /\u201cMeaning of promise_breach\u201d, \u201cMeaning of detection\u201d, \u201cMeaning of raid\u201d/);
  }));

test('a calibration opens with whether anything fits, and with what was held out', () =>
  withPage('calibration', {}, async (page) => {
    assert.match(await sentence(page), /^Of 1 reported patterns that were fitted, most of the fitted plays clearly show 1\.$/);
    assert.match(await page.textContent('.split'), /Of 1 that were held out, 0 are/);
  }));

test('a calibration says first that what was kept is no posterior, and counts as shown what is clearly so', () =>
  withPage('doubtful', {}, async (page) => {
    assert.match(await sentence(page), /most of the fitted plays clearly show 0\.$/);
    assert.match(await page.textContent('.split'), /^This is no posterior: the 60 sets of values that were kept count for 55 independent ones, and 100 are needed\./);
    await page.locator('button.language').click();
    assert.match(await page.textContent('.split'), /^[^A-Za-z]*60\uac1c[^A-Za-z]*55\uac1c[^A-Za-z]*100\uac1c/);
  }));

test('a check opens with how many of the patterns it asked about are shown, and which of them are no test', () =>
  withPage('checked', {}, async (page) => {
    assert.match(await page.textContent('h1'), /^Does the model show what was reported: /);
    assert.equal(await sentence(page), 'Of 3 reported patterns the model shows 2.');
    assert.equal(
      await page.textContent('.split'),
      '1 cannot be told, 0 it does not show. 1 of the 3 were given to it: that it shows these is no test. Of 1 more, counted in campaigns elsewhere and never fitted to, it shows 1.',
    );
    const section = (await page.locator('#patterns').innerText()).replace(/\s+/g, ' ');
    assert.match(section, /1 of 2 shown/);
    assert.match(section, /Given to the model: that it shows these is no test/);
    assert.doesNotMatch(section, /K5/);
    // Where all plays show it and their mean does not lie in the band, the page says why.
    assert.match(section, /mixed Judged by the mean: shown where all of its interval is between 0\.8 and 1\. Here its mean is 0\.9859 \(95.% interval 0\.9695 to 1\.002\)/);
    await page.locator('button.language').click();
    assert.doesNotMatch(await page.locator('#patterns .verdict').first().innerText(), /[a-z]/);
    assert.doesNotMatch((await page.locator('#patterns h3').allInnerTexts()).join(), /[a-z]/);
  }));

test('a check of all scenarios counts all patterns, and says that rival rules are told elsewhere', () =>
  withPage('rivals', {}, async (page) => {
    assert.equal(await sentence(page), 'Of 4 reported patterns the model shows 2.');
    assert.match(await page.textContent('.split'), /under each rival rule is told by the command, not here\.$/);
  }));

test('pictures of studies have labels, in the language of the page, and a study says how often each setting was played', () =>
  withPage('sensitivity', { width: 1280 }, async (page) => {
    const words = (await page.locator('.study-picture svg text').allTextContents()).join(' ').replace(/\s+/g, ' ');
    assert.match(words, /Meaning of promise_breach/);
    assert.match(await page.locator('.facts').first().innerText(), /\d+ settings, \d+ runs each, seed/);
    assert.match(await page.locator('.facts').first().innerText(), /Hyesan, /);
    await page.locator('button.language').click();
    assert.match(await page.locator('.facts').first().innerText(), /\ud61c\uc0b0\uc2dc, /);
  }));

for (const [colorScheme, name] of combinations(['light', 'dark'], ['sweep', 'sensitivity', 'calibration'])) {
  test(`axe finds nothing on the first screen of a study: ${name}, ${colorScheme}, in both languages`, () =>
    withPage(name, { colorScheme, width: 400 }, async (page) => {
      assert.deepEqual(await axeFindings(page), []);
      await page.locator('button.language').click();
      assert.match(await sentence(page), /[\uac00-\ud7a3]/);
      assert.deepEqual(await axeFindings(page, '.report-first'), []);
      await assertFits(page);
    }));
}
