// A campaign of one's own: the pages that the program makes of it draw what it draws, and come to the same ranges.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasProgram, needsProgram, openNumbers, smallCity, tumen } from '../support/explorer.mjs';
import { startPages } from '../support/pages.mjs';

const plays = 256; // what a page plays in all
let row;

/** Beside the drive, so that there are a count of phones and one of oaths. */
const oathsAndTeam = `
[[oath_drive]]
from = 2020-10-01
to = 2020-10-31

[[sweep]]
from = 2020-11-01
to = 2020-11-20
`;

const pages = startPages(({ path }) => {
  if (!hasProgram()) return;
  writeFileSync(join(path, 'small.toml'), `name = "small"\n${smallCity}`);
  const said = tumen(path, 'run', 'small.toml', '--replicates', String(plays), '--out', 'r.sqlite', '--json');
  row = JSON.parse(said).headlines.find(({ id }) => id === 'calling_eve');
  tumen(path, 'explore', 'small.toml', '--out', 'e.html');
  writeFileSync(join(path, 'both.toml'), `${smallCity}${oathsAndTeam}`);
  tumen(path, 'explore', 'both.toml', '--out', 'both.html');
});

const whole = (value) => Math.round(value).toLocaleString('en');

/** Of all plays, as the table of all numbers tells it. */
async function rangeTold(page) {
  await page.waitForSelector(`.numbers[data-drawn="${plays}"]`, { timeout: 120_000 });
  const cells = page.locator('.numbers tr', { hasText: 'People calling on the eve' }).locator('th, td');
  return (await cells.allTextContents()).at(-1);
}

const wanted = () => `${whole(row.q05)} to ${whole(row.q95)}`;

test('the explorer of a file draws what the file does not name', needsProgram, () =>
  pages.withFile(join(pages.folder.path, 'e.html'), {}, async (page) => {
    await page.waitForSelector(`.answer-card[data-state="done"]`, { timeout: 120_000 });
    assert.doesNotMatch(await page.locator('.answer-prior').textContent(), /The same in every play/);
    await openNumbers(page);
    assert.equal(await rangeTold(page), wanted());
  }),
);

test('the explorer in a report draws what its plays drew', needsProgram, () =>
  pages.withFile(join(pages.folder.path, 'r.html'), {}, async (page) => {
    await page.getByRole('button', { name: 'Start the model' }).click();
    assert.equal(await rangeTold(page), wanted());
  }),
);

test('a campaign of one\'s own stays in the list while another one is looked at', needsProgram, () =>
  pages.withFile(join(pages.folder.path, 'e.html'), {}, async (page) => {
    const campaigns = page.locator('.campaigns select');
    await campaigns.selectOption('hyesan-calm');
    await page.waitForFunction(() => document.querySelector('.answer-label')?.textContent?.includes('call abroad on a day'));
    await campaigns.selectOption({ label: 'small' });
    await page.locator('.answer-label', { hasText: 'officers count' }).waitFor({ timeout: 60_000 });
  }),
);

test('where phones and oaths are counted nothing says that no phones are; what every play draws is "not known"', needsProgram, () =>
  pages.withFile(join(pages.folder.path, 'both.html'), {}, async (page) => {
    await page.waitForSelector('.answer-card[data-state="done"]', { timeout: 120_000 });
    assert.doesNotMatch(await page.locator('.answer-notes').textContent(), /No phones are handed in/);
    const range = await page.locator('.answer-number').first().textContent();
    const fade = page.locator('[data-control="control-risk_half_life"]');
    assert.equal(await fade.locator('output').textContent(), 'not known');
    assert.match(await fade.locator('input').getAttribute('aria-valuetext'), /^not known, \d+ days to \d+ days$/);
    await fade.locator('input').press('ArrowRight');
    await fade.locator('output', { hasText: /^\d+ days$/ }).waitFor();
    await page.locator('.answer-prior', { hasText: 'The same in every play' }).waitFor({ timeout: 60_000 });
    await fade.getByRole('button', { name: 'Let it be unknown again' }).click();
    await page.waitForSelector('.answer-card[data-state="done"]', { timeout: 120_000 });
    assert.equal(await page.locator('.answer-number').first().textContent(), range);
    assert.equal(await fade.locator('output').textContent(), 'not known');
  }),
);
