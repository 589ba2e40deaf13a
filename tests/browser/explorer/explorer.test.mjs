// The explorer opened from disk, as a whole: one file, fast, and for everybody.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { explorerHtml, medianOf, picture, smallCity } from '../support/explorer.mjs';
import { field, find, medianLeaves, slider, startExplorer } from '../support/explorer_pages.mjs';
import { assertAccessible, combinations } from '../support/pages.mjs';

const explorer = startExplorer();
const { withSmall, withTown } = explorer;

/** Seconds from a move of the slider to the first picture and to all runs, in the page's own clock. */
async function timeOfMove(page, name, place) {
  await page.evaluate(() => performance.clearMarks());
  await slider(page, name).evaluate((input, value) => {
    input.value = value;
    performance.mark('moved');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, String(place));
  await page.waitForFunction(
    () => performance.getEntriesByName('tumen-picture-32').length > 0,
    null,
    { timeout: 60_000 },
  );
  return page.evaluate(() => {
    const at = (mark) => performance.getEntriesByName(mark)[0].startTime;
    const moved = at('moved');
    const pictures = performance
      .getEntriesByType('mark')
      .filter(({ name: mark }) => mark.startsWith('tumen-picture-'))
      .map(({ startTime }) => startTime);
    return { first: Math.min(...pictures) - moved, full: at('tumen-picture-32') - moved };
  });
}

test('the file is one, small, and needs no network', () =>
  withTown({}, async (page, seen) => {
    const bytes = statSync(explorer.main).size;
    console.log(`the explorer is a file of ${(bytes / 1e6).toFixed(2)} MB`);
    assert.ok(bytes < 2e6);
    await picture(page);
    assert.deepEqual(seen, { errors: [], requests: [] });
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'none'/);
  }));

test('a slider moved: a first picture comes before all plays are drawn', () =>
  withTown({ width: 1280 }, async (page) => {
    await picture(page);
    await find(page, 'hand_in_offer');
    const before = await medianOf(page);
    const times = [];
    for (const place of [300, 60]) times.push(await timeOfMove(page, 'hand_in_offer', place));
    assert.notEqual(await medianOf(page), before);
    const best = (key) => Math.min(...times.map((time) => time[key]));
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    const seconds = (time) => `${(time / 1000).toFixed(2)} s`;
    console.log(
      `a town on ${cores} cores: first picture ${seconds(best('first'))}, ` +
        `32 runs ${seconds(best('full'))} (best of ${times.length} moves)`,
    );
    assert.ok(best('first') < best('full'));
  }));

test('the newest position of a slider wins', () =>
  withSmall({}, async (page) => {
    await picture(page);
    await find(page, 'fee_base');
    for (const place of [10, 200, 350, 120]) await slider(page, 'fee_base').fill(String(place));
    const value = await field(page, 'fee_base').inputValue();
    await picture(page, { overrides: `fee_base=${value}` });
    await page.waitForTimeout(300);
    const last = await page.getAttribute('.explored-figures', 'data-spec');
    assert.equal(last, `fee_base=${value}`, 'no older picture comes after the newest');
  }));

test('the nation is too big for a page, and says so', () =>
  withSmall({}, async (page) => {
    await picture(page);
    const nation = page.locator('option[value="nation"]');
    assert.equal(await nation.evaluate((option) => option.disabled), true);
    assert.match(await nation.textContent(), /too big/);
  }));

test('a scenario too big for a page is refused before it is played, and the next one plays', () =>
  explorer.withHtml(
    (html) => explorerHtml(html, { scenario: 'big', toml: smallCity.replace('10000', '30000000') }),
    {},
    async (page) => {
      await page.getByText('30,000,000 residents over').waitFor();
      await page.locator('.scenario-choice select').selectOption('hoeryong-oath');
      await picture(page);
    },
  ));

test('the keyboard alone moves a slider, opens a run, a household and its diary', () =>
  withSmall({}, async (page) => {
    await picture(page);
    const tabTo = async (wanted) => {
      for (let step = 0; step < 300; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(wanted)) return;
      }
      assert.fail(`the keyboard does not reach ${wanted}`);
    };
    const before = await medianOf(page);
    await tabTo(() => document.activeElement.matches('.parameter input[type="range"]'));
    assert.equal(
      await page.evaluate(() =>
        document.activeElement.closest('.parameter').querySelector('.about').checkVisibility(),
      ),
      true,
    );
    await page.keyboard.press('End');
    await medianLeaves(page, before);
    await tabTo(() => document.activeElement.textContent === 'Show one run');
    await page.keyboard.press('Enter');
    await page.locator('.ward').first().waitFor();
    await tabTo(() => document.activeElement.matches('.ward'));
    await page.keyboard.press('Enter');
    await page.locator('.households button').first().waitFor();
    await tabTo(() => document.activeElement.matches('.households button'));
    await page.keyboard.press('Enter');
    await page.locator('.diary').waitFor();
  }));

for (const [colorScheme, width] of combinations(['light', 'dark'], [1280, 400])) {
  test(`axe finds nothing and nothing scrolls sideways, ${colorScheme}, ${width} px`, () =>
    withSmall({ colorScheme, width }, async (page) => {
      await picture(page);
      await page.getByRole('button', { name: 'Show one run' }).click();
      await page.locator('.ward').first().click();
      await page.locator('.households button').first().click();
      await page.locator('.diary').waitFor();
      await assertAccessible(page);
    }));
}

test('the official picture and what changed stay in view', () =>
  withSmall({ width: 400 }, async (page) => {
    await picture(page);
    await page.locator('#figure-x-need_kin').scrollIntoViewIfNeeded();
    const box = await page.locator('.pictures').boundingBox();
    assert.ok(box.y >= -1 && box.y < 5, `the strip is at ${box.y}`);
    assert.ok(box.height < 200);
  }));

test('the built page holds the model once', () => {
  const html = readFileSync(explorer.main, 'utf8');
  assert.equal(html.split('id="model"').length, 2);
});
