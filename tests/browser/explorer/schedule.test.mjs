// The explorer's entries that give a number another value for a time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { download } from '../support/browser.mjs';
import { medianOf, needsProgram, picture } from '../support/explorer.mjs';
import { medianBecomes, medianLeaves, startExplorer } from '../support/explorer_pages.mjs';
import { assertAccessible } from '../support/pages.mjs';

const { nativeHash, withSmall } = startExplorer();

const another = 'Another value for a time';

/** Adds an entry that gives a number another value, from the first of October to the tenth. */
async function schedule(page, which, name, value) {
  await page.getByRole('button', { name: `Add: ${another}` }).click();
  const entry = `${another} ${which}`;
  await page.getByLabel(`Number, ${entry}`).selectOption(name);
  await page.getByLabel(`From, ${entry}`).fill('2020-10-01');
  await page.getByLabel(`To, ${entry}`).fill('2020-10-10');
  await page.getByLabel(`Value, ${entry}`).fill(value);
  await page.getByLabel(`Value, ${entry}`).blur();
}

test('another value for a time: played, saved, linked, and gone again', needsProgram, () =>
  withSmall({}, async (page, seen) => {
    await picture(page);
    const before = await medianOf(page);
    await page.getByRole('button', { name: `Add: ${another}` }).click();
    const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    assert.equal(await focused(), `Number, ${another} 1`);
    const choices = await page.getByLabel(`Number, ${another} 1`).locator('option').count();
    assert.ok(choices > 50);
    await page.getByRole('button', { name: `Remove ${another} 1` }).click();
    await schedule(page, 1, 'fee_base', '.45');
    const entry = page.locator('.entry[data-kind="schedule"]');
    assert.match(await entry.textContent(), /Range of the evidence: .* share\. Otherwise: .* share\./);
    await medianLeaves(page, before);
    await picture(page);
    const { text } = await download(page, page.getByRole('button', { name: 'Save setting A' }));
    const lines = 'parameter = "fee_base"\nfrom = 2020-10-01\nto = 2020-10-10\nvalue = 0.45\n';
    assert.ok(text.includes(`[[schedule]]\n${lines}`), text);
    const native = nativeHash(text, '--beyond-evidence');
    assert.match(await page.textContent('.setup .aside'), new RegExp(`has state hash ${native}`));
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await picture(page);
    assert.equal(await page.getByLabel(`Value, ${another} 1`).inputValue(), '0.45');
    await page.getByRole('button', { name: 'The calendar of the scenario' }).click();
    await medianBecomes(page, before);
    assert.equal(await entry.count(), 0);
    assert.deepEqual(seen.errors, []);
  }));

test('an entry that cannot be is said with its reason, as everywhere', () =>
  withSmall({}, async (page) => {
    await picture(page);
    const alert = page.locator('.wrong');
    const says = async (words) => {
      await page.waitForFunction(
        (text) => document.querySelector('.wrong')?.textContent.includes(text),
        words,
      );
    };
    await schedule(page, 1, 'fee_base', '7');
    await says('impossible');
    await page.getByLabel(`Value, ${another} 1`).fill('0.3');
    await page.getByLabel(`Value, ${another} 1`).blur();
    await alert.waitFor({ state: 'detached' });
    await page.getByLabel(`From, ${another} 1`).fill('2021-10-01');
    await page.getByLabel(`To, ${another} 1`).fill('2021-10-10');
    await says('last day');
    await page.getByLabel(`From, ${another} 1`).fill('2020-10-01');
    await page.getByLabel(`To, ${another} 1`).fill('2020-10-10');
    await alert.waitFor({ state: 'detached' });
    await schedule(page, 2, 'fee_base', '0.25');
    await says('overlaps another');
    await page.getByRole('button', { name: `Remove ${another} 2` }).click();
    await alert.waitFor({ state: 'detached' });
  }));

test('the keyboard alone adds, sets and removes an entry, and the focus is never lost', () =>
  withSmall({ width: 360 }, async (page, seen) => {
    await picture(page);
    const label = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    const add = page.getByRole('button', { name: `Add: ${another}` });
    for (let i = 0; i < 2; i += 1) {
      await add.focus();
      await page.keyboard.press('Enter');
    }
    assert.equal(await label(), `Number, ${another} 2`);
    const chosen = await page.getByLabel(`Number, ${another} 2`).inputValue();
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await page.getByLabel(`Number, ${another} 2`).inputValue(), chosen);
    await assertAccessible(page);
    await page.getByRole('button', { name: `Remove ${another} 1` }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await label(), `Remove ${another} 1`, 'what was the second is the first now');
    await page.keyboard.press('Enter');
    assert.equal(await label(), 'Remove Hand-in drive 1');
    await page.keyboard.press('Enter');
    const text = await page.evaluate(() => document.activeElement.textContent);
    assert.equal(text, 'Add: Hand-in drive');
    assert.match(await page.locator('.panel-part [role="status"]').last().textContent(), /removed/);
    assert.deepEqual(seen.errors, []);
  }));

/** The hashes of the scenario that is drawn, once they are others than these. */
async function hashesAfter(page, former) {
  await page.waitForFunction(
    (text) => document.querySelector('.setup .aside').textContent !== text,
    former,
  );
  return page.textContent('.setup .aside');
}

test('the schedule of a scenario that the model carries can be changed', () =>
  withSmall({}, async (page) => {
    await picture(page);
    const former = await page.textContent('.setup .aside');
    await page.locator('.scenario-choice select').selectOption('hyesan-lockdown');
    const drawn = await hashesAfter(page, former);
    // Movement stands first, in the order of the parameters; need has the second entry.
    const value = page.getByLabel(`Value, ${another} 2`);
    assert.equal(await page.getByLabel(`Number, ${another} 1`).inputValue(), 'movement');
    assert.equal(await page.getByLabel(`Number, ${another} 2`).inputValue(), 'need_shock');
    assert.equal(await page.getByLabel(`To, ${another} 2`).inputValue(), '2020-11-21');
    assert.equal(await value.inputValue(), '0.4');
    await value.fill('0.2');
    await value.blur();
    await hashesAfter(page, drawn);
    const { text } = await download(page, page.getByRole('button', { name: 'Save setting A' }));
    assert.match(text, /parameter = "need_shock"\nfrom = 2020-11-01\nto = 2020-11-21\nvalue = 0.2\n/);
  }));
