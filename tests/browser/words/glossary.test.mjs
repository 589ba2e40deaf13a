// Words that stop a reader say what they mean: by mouse, by keyboard and to a screen reader, and nothing moves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { firstOfRun } from '../support/fixture_first.mjs';
import { assertFits, startPages } from '../support/pages.mjs';

const paths = {};
const pages = startPages((folder) => {
  paths.report = folder.page('report.html', { change: { first: firstOfRun(), limits: ['From the eve to the end each replicate had decoys.'] } });
});

const note = (page, term) => page.locator(`#${term}`);

/** The first word of the glossary on the page, and the id of its note. */
async function firstTerm(page) {
  const button = page.locator('.first-key .term > button').first();
  return { button, id: await button.getAttribute('aria-describedby') };
}

test('luck is explained on the first screen, to the keyboard and to a screen reader', () =>
  pages.withFile(paths.report, { width: 1280, height: 800 }, async (page, seen) => {
    const { button, id } = await firstTerm(page);
    assert.equal((await button.textContent()).toLowerCase(), 'luck');
    const client = await page.context().newCDPSession(page);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const described = nodes.find(({ role, name }) => role?.value === 'button' && name?.value === 'luck');
    assert.match(described?.description?.value ?? '', /What chance alone decides in a play/);
    assert.equal(await note(page, id).isVisible(), false);
    await button.focus();
    assert.equal(await note(page, id).isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await note(page, id).isVisible(), false);
    await button.hover();
    assert.equal(await note(page, id).isVisible(), true);
    assert.deepEqual(seen.errors, []);
  }));

test('a note that opens moves nothing and stays in the window, also on a phone', () =>
  pages.withFile(paths.report, { width: 400, height: 800 }, async (page) => {
    const places = () => page.evaluate(() => [...document.querySelectorAll('h2, .first-row, p')].map((one) => Math.round(one.getBoundingClientRect().top + scrollY)));
    const terms = await page.locator('.term > button').all();
    assert.ok(terms.length > 10, String(terms.length));
    const before = await places();
    for (const term of terms.slice(0, 12)) {
      await term.focus();
      const id = await term.getAttribute('aria-describedby');
      await page.waitForFunction((one) => {
        const { left, right } = document.getElementById(one).getBoundingClientRect();
        return left >= 0 && right <= innerWidth;
      }, id);
      assert.deepEqual(await places(), before);
      await assertFits(page);
    }
  }));

test('the words of the design carry their notes, in both languages, and axe finds nothing while one is open', () =>
  pages.withFile(paths.report, { width: 1280, height: 800 }, async (page) => {
    const words = async () => new Set((await page.locator('.term > button').allTextContents()).map((one) => one.toLowerCase()));
    const english = await words();
    for (const word of ['luck', 'eve', 'replicate', 'decoys', 'held out']) assert.ok(english.has(word), `${word} in ${[...english]}`);
    const { button } = await firstTerm(page);
    await button.focus();
    assert.deepEqual(await axeFindings(page), []);
    await page.locator('button.language').click();
    assert.ok((await words()).has('\uc6b0\uc5f0'));
    assert.deepEqual(await axeFindings(page), []);
  }));
