// What the report of a study opens with: a sweep, an analysis of sensitivity, a calibration. The answer in a
// sentence, then the one picture of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { makeCalibration } from '../support/fixture_calibration.mjs';
import { makeSensitivity } from '../support/fixture_sensitivity.mjs';
import { makeSweep } from '../support/fixture_sweep.mjs';
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

const paths = {};
const pages = startPages((folder) => {
  const page = (name, change) => {
    paths[name] = folder.page(`${name}.html`, { change });
  };
  page('sweep', { sweep: sweepOfOne() });
  page('grid', { sweep: makeSweep() });
  page('sensitivity', { sensitivity: makeSensitivity('morris') });
  page('close', { sensitivity: tooClose() });
  page('calibration', { calibration: makeCalibration() });
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
    assert.match(await page.textContent('.split'), /Meaning of promise_breach, Meaning of detection, Meaning of raid/);
  }));

test('a calibration opens with whether anything fits, and with what was held out', () =>
  withPage('calibration', {}, async (page) => {
    assert.match(await sentence(page), /^Of 1 reported patterns that were fitted, 1 are shown by most of the fitted plays\.$/);
    assert.match(await page.textContent('.split'), /Of 1 that were held out, 0 are/);
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
