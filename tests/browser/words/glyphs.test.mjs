// No picture has a missing glyph: every character that a page shows is drawn by a font that has it (a Korean font comes
// with `tools/setup test`). A character that no font has is drawn as the box of one that does not exist.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startPages } from '../support/pages.mjs';
import { firstOfDoubt } from '../support/fixture_first.mjs';

const paths = {};
const pages = startPages((folder) => {
  paths.report = folder.page('glyphs.html', { change: { first: firstOfDoubt() } });
});

const folder = new URL('../../../texts/ko/', import.meta.url);
const unassigned = '\u0378';

/** Every character of the Korean table, slots and all. */
function ofTable() {
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return [...new Set(texts.join('').normalize())].filter((one) => one.trim());
}

/** Those drawn like a character that does not exist, in the types of sentences and of data. */
function missing(page, characters) {
  return page.evaluate(
    ([all, none]) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 48;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      const style = getComputedStyle(document.documentElement);
      const drawn = (type, text) => {
        context.clearRect(0, 0, 48, 48);
        context.font = `28px ${type}`;
        context.fillText(text, 6, 36);
        return context.getImageData(0, 0, 48, 48).data.join('');
      };
      return ['--sans', '--serif'].flatMap((name) => {
        const type = style.getPropertyValue(name);
        const box = drawn(type, none);
        const blank = drawn(type, ' ');
        return all.filter((one) => [box, blank].includes(drawn(type, one))).map((one) => `${name} ${one}`);
      });
    },
    [characters, unassigned],
  );
}

test('a character that no font has is noticed', () =>
  pages.withFile(paths.report, {}, async (page) => {
    assert.deepEqual(await missing(page, ['\u0379', '\uac00', 'a']), ['--sans \u0379', '--serif \u0379']);
  }));

test('every character of the Korean table of texts has a glyph', () =>
  pages.withFile(paths.report, {}, async (page) => {
    const all = ofTable();
    assert.ok(all.filter((one) => /[\uac00-\ud7a3]/.test(one)).length > 400);
    assert.deepEqual(await missing(page, all), []);
  }));

test('every character that a Korean report shows has a glyph', () =>
  pages.withFile(paths.report, {}, async (page) => {
    await page.locator('button.language').click();
    const shown = await page.evaluate(() => document.body.innerText);
    const all = [...new Set(shown)].filter((one) => one.trim());
    assert.ok(all.length > 200, String(all.length));
    assert.deepEqual(await missing(page, all), []);
  }));
