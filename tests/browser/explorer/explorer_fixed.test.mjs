// A scenario with values of single cities and wards: the explorer says what it leaves as it is, and leaves it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axeFindings, download } from '../support/browser.mjs';
import { explorerHtml, picture } from '../support/explorer.mjs';
import { find, startExplorer } from '../support/explorer_pages.mjs';
import { assertFits } from '../support/pages.mjs';

const { withHtml } = startExplorer();

/** The drive of docs/composition.md, in smaller cities, with a value of Musan's own and a ramp. */
function drive() {
  const page = readFileSync(new URL('../../../docs/composition.md', import.meta.url), 'utf8');
  const [, toml] = page.match(/```toml\n(title = "Hoeryong 2024[\s\S]*?)```/);
  return toml
    .replace('residents = 153532', 'residents = 20000')
    .replace('residents = 123721', 'residents = 15000\n\n[city.parameters]\nfee_base = 0.4')
    .replace('forgiveness = "promised"', 'forgiveness = "promised"\nhappened = "50 %"\nhappened_as = "drive"')
    .concat('\n[[schedule]]\nparameter = "need_shock"\nfrom = 2024-07-01\nto = 2024-09-28\nramp = [0.2, 0.4]\nstep = "30 days"\n');
}

const withDrive = (body) =>
  withHtml((html) => explorerHtml(html, { scenario: 'drive', toml: drive() }), { width: 400, height: 800 }, body);

test('what no control changes is said, and keeps its value when the sliders move', () =>
  withDrive(async (page, seen) => {
    await picture(page);
    const said = await page.locator('.fixed-part li').allTextContents();
    assert.equal(said.length, 6, said.join(' | '));
    assert.match(said[0], /^Musan: values of its own for Broker's fee/);
    assert.match(said[1], /^Wards "jammed" \(40 in 100 wards of hoeryong, drawn by the seed\): no values of its own/);
    assert.match(said[2], /^5 entries of the calendar hold for some cities or wards alone/);
    assert.match(said[3], /^3 entries of the calendar follow upon each other/);
    assert.match(said[4], /have a number that nobody reports/);
    assert.match(said[5], /^Of 1 entries of the calendar it is not known whether they happened/);
    assert.match(await page.textContent('.change'), /Some cities or wards have values of their own/);

    const entry = page.locator('.entry[data-kind="hand_in_drive"]');
    assert.match(await entry.locator('label', { hasText: 'Cities' }).textContent(), /hoeryong$/);
    assert.equal(await entry.locator('label', { hasText: 'Cities' }).locator('input, select').count(), 0);

    await find(page, 'fee_base');
    const row = page.locator('[data-parameter="fee_base"]').first();
    assert.match(await row.textContent(), /Keeps a value of its own in Musan/);
    await row.locator('input[type="number"]').fill('0.3');
    await entry.locator('input[type="date"]').nth(1).fill('2024-09-15');
    const { text } = await download(page, page.getByRole('button', { name: 'Save setting A' }));
    assert.match(text, /label = "Musan"[^[]*\[city\.parameters\]\nfee_base = 0\.4/);
    assert.match(
      text,
      /\[\[hand_in_drive\]\]\nfrom = 2024-07-01\nto = 2024-09-15\nforgiveness = "promised"\nhappened = 0\.5\nhappened_as = "drive"\ncities = \["hoeryong"\]/,
    );
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await axeFindings(page), []);
    await assertFits(page);
  }));
