// The explorer's state as somebody else gets it: by the address, by a link, in a saved page.
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { test } from 'node:test';
import { patience, startExplorer, told } from '../support/explorer_pages.mjs';

const { withSmall } = startExplorer();

test('what is set stays in the address behind a link within the page, and a link pasted into it is opened', () =>
  withSmall({}, async (page) => {
    await told(page);
    const last = page.locator('#control-last-day');
    const at = () => last.inputValue();
    const before = await at();
    await last.focus();
    await page.keyboard.press('ArrowLeft');
    const moved = await at();
    await page.waitForFunction(() => location.hash.startsWith('#explore='), null, patience);
    const link = page.url();
    await page.locator('.all-link a').click();
    await page.waitForFunction(() => location.hash.startsWith('#explore='), null, patience);
    assert.ok(await page.locator('#all-numbers').evaluate((one) => one.open));
    await page.reload();
    await told(page);
    assert.equal(await at(), moved);
    await last.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((old) => location.href !== old, link, patience);
    await page.evaluate((old) => location.assign(old), link);
    await page.waitForFunction((wanted) => document.querySelector('#control-last-day').value === wanted, moved, patience);
    assert.notEqual(moved, before);
  }));

test('saved, the page opens in the state it was in', () =>
  withSmall({}, async (page) => {
    await told(page);
    await page.locator('#control-belief').focus();
    await page.keyboard.press('ArrowRight');
    const said = () => page.locator('[data-control="control-belief"] output').textContent();
    await page.waitForFunction(() => /in 100/.test(document.querySelector('[data-control="control-belief"] output').textContent));
    const known = await said();
    await page.locator('.menu summary').click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save this page' }).click();
    const file = await (await waiting).path();
    renameSync(file, `${file}.html`);
    await page.goto(`file://${file}.html`);
    await told(page);
    assert.equal(await said(), known);
  }));
