// A report of the program, verified by the model that it carries.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fillPage } from '../support/page_file.mjs';
import { axeFindings } from '../support/browser.mjs';
import { hasProgram, medianOf, needsProgram, picture, smallCity, tumen } from '../support/explorer.mjs';
import { startPages } from '../support/pages.mjs';

let report;

const pages = startPages(({ path }) => {
  if (!hasProgram()) return;
  writeFileSync(join(path, 'small.toml'), `name = "small"\n${smallCity}`);
  const seed = ['--seed', '9007199254740993'];
  tumen(path, 'run', 'small.toml', '--luck-only', '--replicates', '8', ...seed, '--out', 'r.sqlite');
  report = JSON.parse(tumen(path, 'report', 'r.sqlite', '--json'));
});

function withReport(name, change, body, options = {}) {
  const data = structuredClone(report);
  change(data);
  const path = pages.folder.raw(name, (html) => fillPage(html, data));
  return pages.withFile(path, options, body);
}

const verdict = async (page) => {
  const place = page.locator('.finding');
  await place.waitFor({ timeout: 60_000 });
  return [await place.getAttribute('data-finding'), await place.textContent()];
};

test('a stored run played again gives its hash: a clear yes', needsProgram, () =>
  withReport(
    'yes.html',
    () => {},
    async (page, seen) => {
      await page.getByRole('button', { name: 'Play this run again' }).click();
      assert.deepEqual(await verdict(page), ['yes', 'Yes. The run gives the same state hash here.']);
      await page.getByRole('button', { name: 'Play all 8 again' }).click();
      await page.getByText('All 8 runs give the same').waitFor();
      assert.equal(await page.locator('.verify tbody tr').count(), 8);
      assert.deepEqual(seen, { errors: [], requests: [] });
      assert.deepEqual(await axeFindings(page), []);
    },
  ),
);

test('a result that was changed is found: a clear no, with the run', needsProgram, () =>
  withReport(
    'no.html',
    (data) => {
      const third = data.provenance.replicate_hashes[2];
      third.hash = third.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    },
    async (page) => {
      await page.getByRole('button', { name: 'Play all 8 again' }).click();
      const [kind, text] = await verdict(page);
      assert.equal(kind, 'no');
      assert.match(text, /^No\. These runs give another state hash here: 3\./);
    },
  ),
);

test('results of another model are not played again, and both fingerprints are said', needsProgram, () =>
  withReport(
    'model.html',
    (data) => {
      data.provenance.fingerprint = data.provenance.fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    },
    async (page) => {
      await page.getByRole('button', { name: 'Play this run again' }).click();
      const [kind, text] = await verdict(page);
      assert.equal(kind, 'problem');
      assert.match(text, /^No\. The model in this page has the fingerprint [0-9a-f]{32}, the results have [0-9a-f]{32}: another model/);
    },
  ),
);

test('a scenario that was changed after the run is found', needsProgram, () =>
  withReport(
    'other.html',
    (data) => {
      data.scenario.canonical = data.scenario.canonical.replace('10000', '10001');
    },
    async (page) => {
      await page.getByRole('button', { name: 'Play this run again' }).click();
      const [kind, text] = await verdict(page);
      assert.equal(kind, 'problem');
      assert.match(text, /^No\. The scenario in this report has another hash/);
    },
  ),
);

test('a page whose sentences and bands were changed is told "No" first, and never "Yes"', needsProgram, () =>
  withReport(
    'forged.html',
    (data) => {
      data.answer = data.answer.map((sentence) => sentence.replace(/\d[\d,.]*/g, (number) => `9${number}`));
      for (const band of data.series) band.q50 = band.q50.map((value) => (value === null ? value : value * 10));
      data.limits = ['Nothing may not be concluded.'];
    },
    async (page) => {
      await page.getByRole('button', { name: 'Play all 8 again' }).click();
      const first = page.locator('.finding').first();
      await first.waitFor({ timeout: 60_000 });
      assert.equal(await first.getAttribute('data-finding'), 'no');
      assert.match(await first.textContent(), /^No\. What this page shows does not follow from its runs/);
      const said = await page.locator('.verify').textContent();
      assert.doesNotMatch(said, /Yes\./);
      assert.match(said, /People calling abroad/);
      assert.match(said, /The runs alone are right: all 8/);
      assert.match(said, /Only the program settles/);
    },
  ),
);

test('the explorer in a report begins with its scenario and its luck', needsProgram, () =>
  withReport(
    'explore.html',
    () => {},
    async (page, seen) => {
      assert.equal(await page.locator('.explored-figures').count(), 0, 'nothing plays unasked');
      await page.getByRole('button', { name: 'Start the model' }).click();
      await picture(page);
      const said = await page.textContent('.setup .aside');
      assert.ok(said.includes(report.scenario.hash));
      assert.ok(said.includes(report.provenance.replicate_hashes[0].hash));
      assert.ok((await medianOf(page)).length > 40);
      assert.deepEqual(seen, { errors: [], requests: [] });
      assert.deepEqual(await axeFindings(page), []);
    },
    { width: 400 },
  ),
);
