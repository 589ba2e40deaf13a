// What a report opens with: a run, a run with values drawn, a comparison.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { doubtOfValues, firstOfComparison, firstOfDoubt, firstOfDrawnComparison, firstOfRun, firstOfValues, spreadOf } from '../support/fixture_first.mjs';
import { makeReport } from '../support/fixture.mjs';
import { assertFits, combinations, startPages } from '../support/pages.mjs';

const paths = {};
/** Of a gap that never reaches one each. */
const settled = { ...doubtOfValues, turns: { ...doubtOfValues.turns, side: 'above', reversed: 0, share: 0, at_most: 1 / 512, bounds: [] } };
const nothingShort = {
  turns: { ...doubtOfValues.turns, bounds: [] },
  narrows: { ...doubtOfValues.narrows, equal: 0, most: [], ask: null },
  stands: [],
};
/** Without its campaign fewer people would call. */
const below = firstOfValues();
below.rows[1] = { ...below.rows[1], spread: spreadOf(-430, 200, 2048), luck: { lo: -453, hi: -407 } };

const ofFew = firstOfDoubt();
ofFew.rows[2] = { ...ofFew.rows[2], spread: { ...ofFew.rows[2].spread, lo: 36, hi: 340, plays: 64 } };
ofFew.rows[0] = { ...ofFew.rows[0], spread: { ...ofFew.rows[0].spread, plays: 64 } };

const pages = startPages((folder) => {
  const page = (name, first) => folder.page(`${name}.html`, { change: { first } });
  paths.run = page('run', firstOfRun());
  paths.values = page('values', firstOfValues());
  paths.doubt = page('doubt', firstOfDoubt());
  paths.settled = page('settled', { ...firstOfValues(), doubt: settled });
  paths.nothing = page('nothing', firstOfDoubt({ ...doubtOfValues, ...nothingShort }));
  paths.huge = page('huge', firstOfValues({ times: 5 }));
  paths.compare = page('compare', firstOfComparison());
  paths.drawn = page('drawn', firstOfDrawnComparison());
  paths.early = page('early', firstOfRun(8));
  paths.earlyValues = page('early-values', firstOfValues({ plays: 63 }));
  paths.earlyCompare = page('early-compare', firstOfDrawnComparison(8));
  paths.rounded = page('rounded', firstOfValues({ plays: 128 }));
  paths.below = page('below', below);
  paths.few = page('few', ofFew);
  paths.heard = folder.page('heard.html', { change: { first: firstOfValues(), provenance: { ...makeReport().provenance, command: "tumen given hyesan-handin --heard 'sum(arrested, during) is 35 to 60'" } } });
  paths.mirror = page('mirror', firstOfComparison(-1));
});

const withPage = (name, options, body) => pages.withFile(paths[name], options, body);

for (const [width, height, most, name] of [
  [400, 800, 440, 'values'],
  [1280, 800, 320, 'values'],
  [400, 800, 440, 'doubt'],
  [1280, 800, 320, 'doubt'],
]) {
  test(`the first row stands whole on the first screen, ${width} x ${height}: ${name}`, () =>
    withPage(name, { width, height }, async (page) => {
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

test('with few plays a range has the same ends wherever it stands', () =>
  withPage('few', { width: 1280 }, async (page) => {
    assert.match(await page.textContent('.first-sentence'), /counted 35 to 340 phones/);
    assert.match((await page.locator('.width-row figcaption').first().innerText()).replace(/\s+/g, ' '), /^Today 35 to 340$/);
  }));

test('plays that were weighed by what was heard are told as those before it', () =>
  withPage('heard', {}, async (page) =>
    assert.match(await page.textContent('.before-heard'), /^These are the plays before anything was heard\..*--heard 'sum\(arrested, during\) is 35 to 60'$/)));

test('what stands in place of a range keeps to its column', () =>
  withPage('early', { width: 1280 }, async (page) => {
    const rows = (await page.locator('.first-rows').boundingBox()) ?? { x: 0, width: 0 };
    for (const one of await page.locator('.row-number strong').all()) {
      const [left, right] = await one.evaluate((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        return [box.left, box.right];
      });
      assert.ok(right <= rows.x + rows.width + 1, `it ends at ${right}, the rows at ${rows.x + rows.width}`);
      assert.ok(left >= rows.x, String(left));
    }
  }));

test('what lies below 0 is drawn below 0', () =>
  withPage('below', { width: 1280 }, async (page) => {
    const figure = page.locator('.first-row[data-row="changed"]');
    const bar = await figure.locator('.bar-all').evaluate((one) => one.getBBox().width);
    assert.ok(bar > 50, `${bar} px of a range from -759 to -101`);
    assert.equal(await figure.locator('.play-dot').count(), 20);
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
      assert.match(await page.textContent('.first-sentence'), /^\d+ plays are too few for a range\.$/);
      assert.doesNotMatch(await page.locator('.first-rows, .compared-rows').first().innerText(), /middle|\d to \d/);
      assert.match(await page.textContent('.first-key'), /each dot: one play/);
      assert.deepEqual(await axeFindings(page, '.report-first'), []);
      await page.locator('button.language').click();
      assert.match(await page.locator('.first-sentence').innerText(), /[\uac00-\ud7a3]/);
      assert.deepEqual(seen.errors, []);
    }));
}

test('what would turn it round and what would narrow it stand beside the rows, in both languages', () =>
  withPage('doubt', { width: 1280 }, async (page, seen) => {
    const aside = page.locator('.first-aside');
    const text = async () => (await aside.innerText()).replace(/\s+/g, ' ');
    assert.match(await text(), /If \u201cHouseholds with kin abroad who send\u201d is above 6(\.0)?\s?%, and \u201cWhat of a penalty frightens\u201d is \u201c.+\u201d, officers count fewer phones than people who stop: in 83 of 100 plays like that/);
    assert.match(await text(), /in the middle: 4(\.0)?\s?%\. Nobody knows it\. It comes out this way in 37 of 100 plays/);
    const rows = await aside.locator('.width-row figcaption').allInnerTexts();
    assert.deepEqual(rows.map((one) => one.replace(/\s+/g, ' ').trim()), [
      'Today 36 to 340',
      'If we knew: Adults of the role who hold a working foreign phone (family) 60 to 260',
      'If we knew: Price of a dead phone over that of a working one 55 to 290',
    ]);
    const widths = await aside.locator('.bar-all').evaluateAll((bars) => bars.map((one) => Number(one.getAttribute('width'))));
    assert.ok(widths[1] < widths[0] && widths[2] < widths[0], String(widths));
    // What is too close to order stands in one bracket that says so; its bars keep the axis of the one above.
    const bracket = aside.getByRole('group', { name: 'Too close to say which:' });
    assert.equal(await bracket.locator('.width-row').count(), 2);
    const edges = await aside.locator('.width-row svg').evaluateAll((all) =>
      all.map((one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().right].map(Math.round).join()));
    assert.equal(new Set(edges).size, 1, edges.join('; '));
    assert.match(await text(), /2 of the 190 asked about are as close as that/);
    assert.match(await text(), /Ask people who left, about homes in general: phones per 100 households/);
    assert.match(await text(), /luck 10\s?%, values 75\s?%, rival rules 15\s?%/);
    assert.deepEqual(await axeFindings(page, '.report-first'), []);
    await page.locator('button.language').click();
    const korean = (await text()).replace(/%/g, '');
    assert.doesNotMatch(korean, /[A-Za-z]{3,}/, korean);
    await assertFits(page);
    assert.deepEqual(seen.errors, []);
  }));

test('where the range spans both sides the page first says what stands, and then how often it turns', () =>
  withPage('doubt', {}, async (page) => {
    assert.match(await page.textContent('.first-stands'), /^In all 2,048 plays fewer working phones are held/);
    const order = await page.evaluate(() => {
      const [stands, sentence] = ['.first-stands', '.first-sentence'].map((one) => document.querySelector(one));
      return stands.compareDocumentPosition(sentence) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    assert.ok(order, 'it stands over the sentence');
    assert.match(await page.textContent('.stands'), /In 98 of 100 plays from the second month/);
    assert.match(await page.textContent('.split'), /In 63 of 100 plays there are\s+more phones than people\./);
  }));

test('a range on one side needs no such help, and says that nothing turns it round', () =>
  withPage('settled', {}, async (page) => {
    assert.equal(await page.locator('.first-stands, .stands').count(), 0);
    assert.match(await page.textContent('.turns'), /Nothing within the evidence: in all 1,536 draws .*at most 1 in 512/);
    assert.match(await page.textContent('.split'), /the rest is what nobody knows/);
  }));

test('nothing short, nothing worth knowing and nothing that stands are each said', () =>
  withPage('nothing', {}, async (page) => {
    assert.match(await page.textContent('.turns'), /No one, two or three unknowns .* In 37 of 100 plays it is the other way/);
    assert.match(await page.textContent('.narrows'), /Nothing that could be known narrows it by more than chance/);
    assert.match(await page.textContent('.stands'), /Nothing here stands under every rule/);
  }));

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
    assert.match(await page.textContent('.compared-days'), /these are those of a in both, 2020-10-01 to 2020-12-31: the campaign of b is 2021-01-09/);
    await page.locator('button.language').click();
    assert.match(await page.textContent('.compared-days'), /^캠페인 기간을 보는 수치는 둘 다 a의 기간인 2020-10-01~2020-12-31의 것입니다/);
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

for (const [colorScheme, name, width] of combinations(['light', 'dark'], ['values', 'compare'], [1280, 400])) {
  test(`axe finds nothing on the first screen: ${name}, ${colorScheme}, ${width} px, in both languages`, () =>
    withPage(name, { colorScheme, width }, async (page) => {
      // What stands below is the same in every scheme and language: it is looked at once.
      assert.deepEqual(await axeFindings(page, colorScheme === 'light' ? undefined : '.report-first'), []);
      await page.locator('button.language').click();
      const text = await page.locator('.first-sentence').innerText();
      assert.match(text, /[\uac00-\ud7a3]/);
      assert.deepEqual(await axeFindings(page, '.report-first'), []);
      await assertFits(page);
    }));
}
