// What a report opens with: a run, a run with values drawn, a comparison.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from './support/browser.mjs';
import { firstOfComparison, firstOfDrawnComparison, firstOfRun, firstOfValues } from './support/fixture_first.mjs';
import { assertFits, startPages } from './support/pages.mjs';

const paths = {};
const pages = startPages((folder) => {
  const page = (name, first) => folder.page(`${name}.html`, { change: { first } });
  paths.run = page('run', firstOfRun());
  paths.values = page('values', firstOfValues());
  paths.huge = page('huge', firstOfValues({ times: 5 }));
  paths.compare = page('compare', firstOfComparison());
  paths.drawn = page('drawn', firstOfDrawnComparison());
  paths.early = page('early', firstOfRun(8));
  paths.earlyValues = page('early-values', firstOfValues({ plays: 63 }));
  paths.earlyCompare = page('early-compare', firstOfDrawnComparison(8));
  paths.rounded = page('rounded', firstOfValues({ plays: 128 }));
  paths.mirror = page('mirror', firstOfComparison(-1));
});

const withPage = (name, options, body) => pages.withFile(paths[name], options, body);

for (const [width, height, most] of [
  [400, 800, 440],
  [1280, 800, 320],
]) {
  test(`the first row stands whole on the first screen, ${width} x ${height}`, () =>
    withPage('values', { width, height }, async (page) => {
      const box = await page.locator('.first-row').first().boundingBox();
      assert.ok(box.y <= most, `the first row begins at ${box.y}`);
      assert.ok(box.y + box.height <= height, `it ends at ${box.y + box.height}`);
      await assertFits(page);
    }));
}

test('the sentence carries the range and its ground, and says whether it is luck alone', () =>
  withPage('run', {}, async (page) => {
    const sentence = await page.textContent('.first-sentence');
    assert.match(sentence, /^In this simulated city, for every 100 people who stopped calling abroad, officers counted \d+ to \d+ phones\.$/);
    assert.ok(sentence.split(' ').length <= 25);
    assert.match(await page.textContent('.split'), /luck alone: what nobody knows is not in it yet/);
    assert.equal(await page.locator('.bar-all').count(), 0, 'luck alone has no outer bar');
    assert.equal(await page.locator('.first-row .bar-luck').count(), 3);
  }));

test('where every play has its own values, luck lies within all that is not known, under twenty dots', () =>
  withPage('values', { width: 1280 }, async (page) => {
    const first = firstOfValues();
    for (const row of first.rows) {
      const figure = page.locator(`.first-row[data-row="${row.row}"]`);
      const box = (part) => figure.locator(part).evaluate((one) => {
        const at = one.getBBox();
        return [at.x, at.x + at.width];
      });
      const [all, luck] = [await box('.bar-all'), await box('.bar-luck')];
      assert.ok(luck[0] >= all[0] && luck[1] <= all[1], row.row);
      const dots = await figure.locator('.play-dot').evaluateAll((list) => list.map((one) => Number(one.getAttribute('cx'))));
      assert.equal(dots.length, 20);
      assert.equal(dots.filter((x) => x >= all[0] && x <= all[1]).length, 18);
      const said = await figure.locator('svg').getAttribute('aria-label');
      assert.match(said, new RegExp(`middle ${row.spread.middle}`));
    }
    const numbers = await page.locator('.row-number strong').allTextContents();
    const { lo, hi } = first.rows[2].spread;
    assert.equal(numbers[2], `${Math.round(lo)} to ${Math.round(hi)}`);
  }));

for (const [name, rows, plays] of [
  ['early', '.first-row', 8],
  ['earlyValues', '.first-row', 20],
  ['earlyCompare', '.compared-row', 8],
]) {
  test(`too few plays are dots, without bar, range or number: ${name}`, () =>
    withPage(name, {}, async (page, seen) => {
      assert.equal(await page.locator('.report-first :is(.bar-all, .bar-luck)').count(), 0);
      for (const row of await page.locator(rows).all()) {
        assert.equal(await row.locator('.play-dot').count(), plays);
        assert.match(await row.innerText(), /no range yet/);
        assert.match(await row.locator('svg').getAttribute('aria-label'), /no range yet/);
      }
      assert.match(await page.textContent('.first-sentence'), /^\d+ plays of this simulated city are too few for a range\.$/);
      assert.doesNotMatch(await page.locator('.first-rows, .compared-rows').first().innerText(), /middle|\d to \d/);
      assert.match(await page.textContent('.first-key'), /each dot: one play/);
      assert.deepEqual(await axeFindings(page), []);
      await page.locator('button.language').click();
      assert.match(await page.locator('.first-sentence').innerText(), /[\uac00-\ud7a3]/);
      assert.deepEqual(seen.errors, []);
    }));
}

test('below 256 plays the ends of what is not known are rounded to fives', () =>
  withPage('rounded', {}, async (page) => {
    const { lo, hi } = firstOfValues().rows[2].spread;
    const five = (value) => 5 * Math.round(value / 5);
    assert.equal((await page.locator('.row-number strong').allTextContents())[2], `${five(lo)} to ${five(hi)}`);
  }));

test('a comparison of plays that draw has both bars, and says under which rules it is otherwise', () =>
  withPage('drawn', { width: 1280 }, async (page) => {
    const box = (part) => page.locator(`.compared-row[data-headline="handed_in"] ${part}`).evaluate((one) => {
      const { x, width } = one.getBBox();
      return [x, x + width];
    });
    const [all, luck] = [await box('.bar-all'), await box('.bar-luck')];
    assert.ok(luck[0] > all[0] && luck[1] < all[1], JSON.stringify([all, luck]));
    assert.match(await page.textContent('.first-key'), /all that is not known/);
    const verdicts = await page.locator('.compared-verdict').allTextContents();
    assert.match(verdicts[0], /fewer.*The other way with What an oath does: nothing/);
    assert.match(verdicts[1], /^Too small to matter.*too small in 97 of 100 plays/);
    assert.match(await page.textContent('.split'), /in each of 2,048 plays what is not known/);
  }));

test('no two labels of a drawing overlap, also with numbers five times as wide', () =>
  withPage('huge', { width: 400 }, async (page) => {
    for (const svg of await page.locator('.first-row svg').all()) {
      const boxes = await svg.locator('text').evaluateAll((all) =>
        all.map((one) => {
          const { x, y, width, height } = one.getBBox();
          return { x1: x, x2: x + width, y1: y, y2: y + height };
        }),
      );
      boxes.forEach((a, i) =>
        boxes.slice(i + 1).forEach((b) =>
          assert.ok(a.x2 <= b.x1 || b.x2 <= a.x1 || a.y2 <= b.y1 + 2 || b.y2 <= a.y1 + 2, JSON.stringify([a, b])),
        ),
      );
    }
  }));

test('a comparison names both sides in its heading, and its rows stand in a fixed order', () =>
  withPage('compare', {}, async (page) => {
    const heading = await page.textContent('h1');
    assert.match(heading, /^Two campaigns compared: .+ \/ .*nothing is promised/);
    const sentence = await page.textContent('.first-sentence');
    assert.match(sentence, /^With B, officers count \d+ to \d+ fewer phones than with A\.$/);
    const order = await page.locator('.compared-row').evaluateAll((rows) => rows.map((row) => row.dataset.headline));
    assert.deepEqual(order, ['handed_in', 'stopped_calling', 'arrested', 'fee_rise']);
    const verdicts = await page.locator('.compared-verdict').allTextContents();
    assert.match(verdicts[0], /fewer/);
    assert.match(verdicts[1], /Cannot be told.*more in 38 of 100 plays, fewer in 60/);
    assert.match(verdicts[3], /percentage points/);
    const text = await page.locator('.report-first').innerText();
    assert.doesNotMatch(text, /certain|significant|better|worse/i);
    assert.equal(await page.locator('.small-zone').count(), 1, 'a zone only where a size is stated');
  }));

test('swapping the sides mirrors every bar and keeps the order', async () => {
  const bars = async (name) => {
    let found;
    await withPage(name, { width: 1280 }, async (page) => {
      found = await page.locator('.compared-row').evaluateAll((rows) =>
        rows.map((row) => {
          const svg = row.querySelector('svg');
          const bar = svg.querySelector('.bar-luck').getBBox();
          const middle = Number(svg.querySelector('.same').getAttribute('x1'));
          return [row.dataset.headline, bar.x - middle, bar.x + bar.width - middle];
        }),
      );
    });
    return found;
  };
  const [one, other] = [await bars('compare'), await bars('mirror')];
  one.forEach(([id, from, to], at) => {
    assert.equal(other[at][0], id);
    assert.ok(Math.abs(from + other[at][2]) < 1 && Math.abs(to + other[at][1]) < 1, id);
  });
});

for (const colorScheme of ['light', 'dark']) {
  for (const name of ['values', 'compare']) {
    for (const width of [1280, 400]) {
      test(`axe finds nothing on the first screen: ${name}, ${colorScheme}, ${width} px, in both languages`, () =>
        withPage(name, { colorScheme, width }, async (page) => {
          assert.deepEqual(await axeFindings(page), []);
          await page.locator('button.language').click();
          const text = await page.locator('.first-sentence').innerText();
          assert.match(text, /[\uac00-\ud7a3]/);
          assert.deepEqual(await axeFindings(page), []);
          await assertFits(page);
        }));
    }
  }
}
