// A report of the program, read in Korean: what the program says in sentences is said in Korean too.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { needsProgram, smallCity, tumen } from '../support/explorer.mjs';
import { assertFits, startPages } from '../support/pages.mjs';

const pages = startPages();

const oaths = smallCity.replace(/\[\[hand_in_drive\]\][\s\S]*/, '[[oath_drive]]\nfrom = 2020-09-20\nto = 2020-10-20\n');
const calm = smallCity.replace(/\[\[hand_in_drive\]\][\s\S]*/, '');
const cities = {
  'a hand-in drive': [smallCity, '--luck-only'],
  'an oath drive': [oaths, '--luck-only'],
  'no campaign': [calm, '--luck-only'],
  'values drawn from the prior': [smallCity, '--values', 'prior'],
  'values drawn as usual': [smallCity],
};

function reportOf(name, [toml, ...more]) {
  const file = name.replace(/ /g, '-');
  writeFileSync(join(pages.folder.path, `${file}.toml`), toml);
  tumen(pages.folder.path, 'run', `${file}.toml`, '--replicates', '8', '--out', `${file}.sqlite`, ...more);
  return join(pages.folder.path, `${file}.html`);
}

/** Sentences in English that a reader meets, but for what is quoted: titles, statements of sources, how to cite. */
function englishIn(page) {
  return page.evaluate(() => {
    const quoted = '.statement, .patterns, #patterns, .provenance, blockquote, pre, code, .campaign, .question, #app [lang="en"], button.language';
    const walk = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const isQuoted = node.parentElement.closest(quoted) || !node.parentElement.checkVisibility();
      if (!isQuoted && /[A-Za-z]{2,}\s+[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(node.textContent)) found.push(node.textContent.trim());
    }
    return found;
  });
}

for (const [name, made] of Object.entries(cities)) {
  test(`in Korean the report has no English sentence of its own: ${name}`, needsProgram, () =>
    pages.withFile(reportOf(name, made), { width: 1280 }, async (page, seen) => {
      await page.locator('#answer .sentences p').first().waitFor();
      assert.ok((await englishIn(page)).length > 20, 'in English it is full of them');
      await page.locator('button.language').click();
      await page.locator('#answer .sentences p').first().waitFor();
      assert.deepEqual(await englishIn(page), []);
      const marks = (await page.locator('#days svg text').allTextContents()).join(' ');
      assert.match(marks, /\d\uc6d4/);
      assert.doesNotMatch(marks, /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/);
      assert.match(await page.textContent('.limits'), /\uc608\uce21\uc774 \uc544\ub2d9\ub2c8\ub2e4/);
      assert.deepEqual(await axeFindings(page), []);
      await assertFits(page);
      assert.deepEqual(seen.errors, []);
    }));
}

const swept = ['--vary', 'fee_base', '--vary', 'detection'];
const studies = {
  sweep: ['sweep', '--vary', 'fee_base=20 %..40 %:3', '--replicates', '3'],
  screening: ['sensitivity', ...swept, '--samples', '4', '--replicates', '2'],
  information: ['value-of-information', '--replicates', '40'],
  heard: ['given', '--heard', 'sum(arrested, during) is 0 to 60', '--replicates', '64'],
  indices: ['sensitivity', ...swept, '--method', 'sobol', '--samples', '8', '--replicates', '2'],
};

for (const [name, [command, ...more]] of Object.entries(studies)) {
  test(`in Korean the report of a study has no English sentence of its own: ${name}`, needsProgram, () => {
    writeFileSync(join(pages.folder.path, `${name}.toml`), smallCity);
    tumen(pages.folder.path, command, `${name}.toml`, ...more, '--out', `${name}.sqlite`);
    return pages.withFile(join(pages.folder.path, `${name}.html`), { width: 1280 }, async (page, seen) => {
      await page.locator('.limits').waitFor();
      assert.ok((await englishIn(page)).length > 20, 'in English it is full of them');
      await page.locator('button.language').click();
      for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
      const commands = (text) => !text.includes('tumen given');
      assert.deepEqual((await englishIn(page)).filter(commands), []);
      assert.deepEqual(seen.errors, []);
    });
  });
}

const shipped = {
  check: ['check', 'hoeryong-oath', '--replicates', '2', '--set', 'residents=2000'],
  rivals: ['check', 'hoeryong-oath', '--rivals', '--replicates', '2', '--set', 'residents=1000'],
  unknowns: ['check', 'hyesan-handin', '--unknowns', '--replicates', '2', '--set', 'residents=2000'],
};

for (const [name, words] of Object.entries(shipped)) {
  test(`in Korean the report of what was checked has no English sentence of its own: ${name}`, needsProgram, () => {
    tumen(pages.folder.path, ...words, '--out', `${name}.sqlite`);
    return pages.withFile(join(pages.folder.path, `${name}.html`), { width: 1280 }, async (page, seen) => {
      await page.locator('.limits').waitFor();
      await page.locator('button.language').click();
      assert.deepEqual(await englishIn(page), []);
      assert.deepEqual(seen.errors, []);
    });
  });
}

test('in Korean the report of a calibration has no English sentence of its own', needsProgram, () => {
  const words = ['--set', 'residents=2000', '--particles', '10', '--generations', '2', '--replicates', '1', '--predictive', '4'];
  tumen(pages.folder.path, 'calibrate', 'hyesan-calm', ...swept, ...words, '--out', 'fit.sqlite');
  return pages.withFile(join(pages.folder.path, 'fit.html'), { width: 1280 }, async (page, seen) => {
    await page.locator('.limits').waitFor();
    await page.locator('button.language').click();
    assert.deepEqual(await englishIn(page), []);
    await page.evaluate(() => document.querySelectorAll('#calibration details').forEach((one) => (one.open = true)));
    const ends = page.locator('#calibration td', { hasText: '\uc608\uce21 \uac80\uc0ac' });
    await ends.first().waitFor();
    assert.doesNotMatch(await page.textContent('#calibration'), /predictive|complete|given up/);
    assert.deepEqual(seen.errors, []);
  });
});
