// The page of a hindcast, made by the program: forecasts, what was told, and rivals, without a script.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertAccessible, startPages } from '../support/pages.mjs';

const texts = new URL('../../support/hindcast/', import.meta.url);
const history = readFileSync(new URL('history.toml', texts), 'utf8');
const reading = readFileSync(new URL('reading.toml', texts), 'utf8');

const report = (series, year, value) => `
[[target]]
id = "${series}-${year}"
series = "${series}"
date = ${year}-12-31
from = ${year}-01-01
to = ${year}-12-20
value = ${value}
error = 0.1
grade = "B"
source = ["nkdb-${year}"]
`;

const targets = `${reading}
[series.money]
label = "Money of one transfer"
unit = "CNY"
scale = "amount"
statistic = "sum(money_sent, window) / sum(transfers_served, window)"
bias = 0.5
${[2019, 2020, 2021].map((year, at) => report('fee', year, [0.3, 0.32, 0.34][at])).join('')}
${[2019, 2020, 2021].map((year, at) => report('money', year, [9000, 8800, 300000][at])).join('')}`;

let blind;
let scored;
const pages = startPages((folder) => {
  writeFileSync(join(folder.path, 'history.toml'), history);
  writeFileSync(join(folder.path, 'targets.toml'), targets);
  const made = (name, ...more) => {
    const words = ['hindcast', 'history.toml', '--targets', 'targets.toml', '--cutoff', '2020', '--replicates', '4',
      '--size', '1', '--report', name, ...more];
    execFileSync(process.env.TUMEN ?? 'build/tumen', words, { cwd: folder.path });
    return join(folder.path, name);
  };
  scored = made('scored.html', '--score');
  blind = made('blind.html');
});

for (const [width, colorScheme] of [
  [1280, 'light'],
  [1280, 'dark'],
  [400, 'light'],
  [400, 'dark'],
]) {
  test(`at ${width} pixels, ${colorScheme}: nothing is asked for, nothing scrolls sideways, all can be read`, () =>
    pages.withFile(scored, { width, colorScheme }, async (page, seen) => {
      await assertAccessible(page);
      assert.deepEqual(seen, { errors: [], requests: [] });
      for (const drawing of await page.locator('svg.chart').all()) {
        const box = await drawing.boundingBox();
        assert.ok(box.width > 250 && box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
      }
    }));
}

test('each target has the middle 50 and 90 %, what was told, the prior and both rivals', () =>
  pages.withFile(scored, {}, async (page) => {
    const charts = page.locator('svg.chart');
    assert.equal(await charts.count(), 4); // two series, seen and widened
    for (const chart of await charts.all()) {
      for (const kind of ['ninety', 'half', 'prior', 'last', 'trend'])
        assert.equal(await chart.locator(`.${kind}`).count(), 1, kind);
      assert.equal(await chart.locator('path.told').count(), 1);
      assert.equal(await chart.locator('.known').count(), 2);
    }
  }));

test('words of a drawing do not lie on one another', () =>
  pages.withFile(scored, { width: 400 }, async (page) => {
    const overlaps = await page.evaluate(() =>
      [...document.querySelectorAll('svg.chart')].flatMap((svg) => {
        const boxes = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
        return boxes.flatMap(([one, a], at) =>
          boxes.slice(at + 1).flatMap(([other, b]) =>
            a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom ? [`${one} ${other}`] : []),
        );
      }),
    );
    assert.deepEqual(overlaps, []);
  }));

test('a skill below 0 is printed with its sign', () =>
  pages.withFile(scored, {}, async (page) => {
    const worse = await page.locator('.worse').allTextContents();
    assert.ok(worse.some((text) => /^-\d/.test(text)), worse.join('; '));
    assert.match(await page.locator('main').innerText(), /worse than the last report in \d of 2 forecasts/);
  }));

test('forecasts that are not scored show nothing of what was told', () =>
  pages.withFile(blind, {}, async (page) => {
    assert.equal(await page.locator('.told').count(), 0);
    assert.doesNotMatch(await page.locator('main').innerText(), /300,000/);
  }));
