// One run in the explorer, day by day and ward by ward, and the diary of a household.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { picture } from '../support/explorer.mjs';
import { startExplorer } from '../support/explorer_pages.mjs';

const { withTown } = startExplorer();

test('days on a scrubber, wards with their numbers, flows of the drive', () =>
  withTown({ reducedMotion: 'no-preference' }, async (page, seen) => {
    await picture(page);
    await page.getByRole('button', { name: 'Show one run' }).click();
    await page.locator('.ward').first().waitFor();
    const numbers = page.locator('#all-numbers');
    const scrubber = numbers.getByRole('slider', { name: 'Day', exact: true });
    const flow = page.locator('#figure-x-flows');
    assert.match(await flow.locator('svg').getAttribute('aria-label'), /until 1 Sep 2020/);
    await scrubber.press('End');
    assert.match(await scrubber.getAttribute('aria-valuetext'), /31 Dec 2020, day 122 of 200/);
    assert.match(await page.textContent('.scrubber output'), /31 Dec 2020, day 122 of 200/);
    await flow.locator('summary').click();
    await flow.locator('tbody tr').first().waitFor();
    const rows = await flow.locator('tbody tr').evaluateAll((list) =>
      list.map((row) => Number(row.children[1].textContent.replace(/[^0-9]/g, ''))),
    );
    assert.equal(rows[0], rows[1] + rows[2] + rows[3] + rows[4]);
    assert.ok(rows[2] > 0 && rows[3] > 0);
    await page.getByLabel('Colour the wards by').selectOption('phones_held');
    const label = await page.locator('.ward').nth(4).getAttribute('aria-label');
    assert.match(label, /^Ward 5: Working phones \d+$/);
    await page.locator('.ward').first().focus();
    await page.keyboard.press('ArrowRight');
    const focused = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    assert.match(focused, /^Ward 2: /);
    await scrubber.press('Home');
    assert.match(await page.textContent('.scrubber output'), /1 Oct 2020, day 31 of 200/);
    await numbers.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction(
      () => !/day 31 of/.test(document.querySelector('.scrubber output').textContent),
    );
    await numbers.getByRole('button', { name: 'Pause', exact: true }).click();
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await axeFindings(page), []);
  }));

test('the diary of a household says why, and looking changes nothing', () =>
  withTown({}, async (page) => {
    await picture(page);
    await page.getByRole('button', { name: 'Show one run' }).click();
    await page.locator('.ward').nth(3).click();
    await page.locator('.households button', { hasText: 'money broker' }).first().click();
    const entries = page.locator('.diary .entries li');
    await entries.first().waitFor();
    assert.equal(await page.getAttribute('.diary [data-same]', 'data-same'), 'yes');
    const all = await entries.allTextContents();
    assert.ok(all.some((text) => /probability 0?\.?\d+.*drawn 0\.\d+/.test(text)));
    assert.ok(all.every((text) => /Rule: [A-Z]/.test(text)));
    const link = entries.first().locator('a');
    const target = (await link.getAttribute('href')).slice(1);
    await page.locator(`#${target} summary`).click();
    assert.ok((await page.locator(`#${target} pre`).textContent()).length > 100);
    const brief = await entries.count();
    await page.getByLabel('Leave out what only repeats').uncheck();
    assert.ok((await entries.count()) >= brief);
    assert.deepEqual(await axeFindings(page), []);
  }));
