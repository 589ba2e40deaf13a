// "We heard of so many arrests": the explorer weighs its own plays, and says what follows, or that nothing does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { startExplorer } from '../support/explorer_pages.mjs';
import { assertFits } from '../support/pages.mjs';

const { withSmall } = startExplorer();
const patience = { timeout: 240_000 };

async function opened(page) {
  await page.waitForSelector('.answer-card[data-state="done"]', patience);
  await page.locator('.heard summary').focus();
  await page.keyboard.press('Enter');
  // An answer reads some numbers of its plays alone: the others come once this is open.
  await page.waitForSelector('.heard[data-plays="256"] #heard-what', patience);
}

const numbers = (text) => (text.match(/[\d,]+(?:\.\d+)?/g) ?? []).map((one) => Number(one.replaceAll(',', '')));
const status = (page) => page.textContent('.heard [role="status"]');

async function band(page, low, high) {
  await page.fill('#heard-low', String(low));
  await page.fill('#heard-high', String(high));
  await page.keyboard.press('Tab');
}

test('what was heard narrows what is counted to what was heard, and the rest follows', () =>
  withSmall({}, async (page, seen) => {
    await opened(page);
    const names = await page.locator('#heard-what option').allTextContents();
    assert.ok(names.length > 5 && names.some((one) => /^People arrested/.test(one)), names.join(' | '));
    await page.selectOption('#heard-what', 'handed_in');
    const usual = [await page.inputValue('#heard-low'), await page.inputValue('#heard-high')].map(Number);
    assert.ok(usual[0] < usual[1]);
    await page.waitForSelector('.heard-then');
    const [inside, plays] = numbers(await status(page));
    assert.ok(inside >= 10 && inside < plays, `${inside} of ${plays}`);
    assert.match(await page.textContent('.heard-then'), /^Then: .* instead of .*\. Worth \d+ plays\.$/);
    await band(page, usual[1] * 50, usual[1] * 60);
    await page.waitForSelector('.heard [data-inside="0"]');
    assert.match(await status(page), /^None of 256 plays has it: it is out of reach/);
    assert.equal(await page.locator('.heard-then').count(), 0, 'nothing follows from it');
    await band(page, 9, 3);
    await page.waitForSelector('.heard .answer-warning');
    await page.selectOption('#heard-what', '');
    assert.equal((await status(page)).trim(), '');
    assert.deepEqual(seen, { errors: [], requests: [] });
  }));

test('whoever hears of more phones handed in believes in more: the middle moves with what was heard', () =>
  withSmall({}, async (page) => {
    await opened(page);
    await page.selectOption('#heard-what', 'handed_in');
    const low = Number(await page.inputValue('#heard-low'));
    const middles = [];
    for (const [from, to] of [
      [0, low / 2],
      [low, low * 3],
    ]) {
      await band(page, from, to);
      await page.waitForFunction((wanted) => document.querySelector('#heard-high').value === wanted, String(to));
      const then = await page.textContent('.heard-then');
      middles.push(numbers(then.split(' in the middle')[0]).at(-1));
    }
    assert.ok(middles[0] < middles[1], `${middles}`);
  }));

test('it is in the link, in Korean as in English, and reached with assistive technology', () =>
  withSmall({ width: 400 }, async (page) => {
    await opened(page);
    await page.selectOption('#heard-what', 'arrested');
    await page.waitForSelector('.heard [data-inside]');
    assert.deepEqual(await axeFindings(page), []);
    await assertFits(page);
    const said = await page.getAttribute('.heard [role="status"]', 'data-inside');
    await page.locator('button.language').click();
    const text = await page.locator('.heard').innerText();
    assert.doesNotMatch(text.replaceAll('CNY', ''), /[A-Za-z]{3,}/);
    await page.locator('button.language').click();
    await page.reload();
    await page.waitForSelector(`.heard[open][data-plays="256"] [data-inside="${said}"]`, patience);
    assert.equal(await page.inputValue('#heard-what'), 'arrested');
  }));
