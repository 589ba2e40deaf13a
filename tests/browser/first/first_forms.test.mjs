// First screens in other forms: texts 30 % longer, colours of the reader's system, grey paper, less motion.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explorerHtml, smallCity } from '../support/explorer.mjs';
import { firstOfDrawnComparison, firstOfValues } from '../support/fixture_first.mjs';
import { makeReport } from '../support/fixture.mjs';
import { layoutOf, windows } from '../support/first_layout.mjs';
import { longer, withLongerTexts } from '../support/longer.mjs';
import { fillPage } from '../support/page_file.mjs';
import { startPages } from '../support/pages.mjs';

const patience = { timeout: 240_000 };
const tables = ['first', 'report_first', 'story', 'page', 'glossary'];
const paths = {};
const pages = startPages((folder) => {
  const report = (first) => (html) => fillPage(html, makeReport({ change: { first } }));
  const explorer = (html) => explorerHtml(html, { scenario: 'small', toml: smallCity });
  const long = (change) => (html) => {
    const made = withLongerTexts(html, tables);
    assert.ok(made.found > 0.6 * made.all, `${made.found} of ${made.all} texts were found in the page`);
    return change(made.html);
  };
  paths.values = folder.raw('values.html', report(firstOfValues()));
  paths.compare = folder.raw('compare.html', report(firstOfDrawnComparison()));
  paths.explorer = folder.raw('explorer.html', explorer);
  paths.longValues = folder.raw('long-values.html', long(report(firstOfValues({ times: 5 }))));
  paths.longCompare = folder.raw('long-compare.html', long(report(firstOfDrawnComparison())));
  paths.longExplorer = folder.raw('long-explorer.html', long(explorer));
});

const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test('a text grows by a third and keeps its slots', () => {
  assert.equal(longer('Play'), 'Playnn');
  assert.equal(longer('In {n} of 100 plays.'), 'In {n} of 100 plays more words.');
});

for (const [name, root, picture] of [
  ['longValues', '.report-first', '.first-row'],
  ['longCompare', '.report-first', '.compared-row'],
  ['longExplorer', '.first-screen', '.wards-picture'],
]) {
  test(`texts 30 % longer stay in their boxes and off each other: ${name}`, () =>
    pages.withFile(paths[name], { ...windows[0], bypassCSP: true }, async (page) => {
      if (name === 'longExplorer') await page.waitForSelector('.chapters li[aria-current="step"]', patience);
      for (const size of windows) {
        await page.setViewportSize(size);
        await frames(page);
        const seen = await layoutOf(page, root, picture);
        assert.match(seen.text, /more words|words as|nn\b| more/);
        assert.deepEqual(seen.outside, [], `${size.width} px: outside`);
        assert.deepEqual(seen.overlaps, [], `${size.width} px: overlaps`);
        assert.ok(seen.sideways <= 0, `${size.width} px: ${seen.sideways} px sideways`);
      }
    }));
}

/** Fill and edge of the parts of a range as drawn, and of its ground, each as a luminance from 0 to 1. */
function shades(page) {
  return page.evaluate(() => {
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour) => {
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = getComputedStyle(document.body).backgroundColor;
    const rows = [...document.querySelectorAll('.first-row:has(.bar-luck), .compared-row:has(.bar-luck)')];
    return rows.map((row) => {
      const style = (part) => getComputedStyle(row.querySelector(part));
      return {
        paper: luminance(ground),
        band: luminance(style('.bar-all').fill),
        edge: luminance(style('.bar-all').stroke),
        luck: luminance(style('.bar-luck').fill),
        dot: luminance(style('.play-dot').fill),
        yardstick: luminance(style('.yardstick, .same').stroke),
      };
    });
  });
}

const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

for (const [form, media] of [
  ['forced colours', { forcedColors: 'active' }],
  ['forced colours on a dark ground', { forcedColors: 'active', colorScheme: 'dark' }],
  ['grey paper', { media: 'print' }],
]) {
  for (const name of ['values', 'compare']) {
    test(`in ${form} bars, dots and yardstick stay apart: ${name}`, () =>
      pages.withFile(paths[name], { width: 1280, height: 800, ...media }, async (page) => {
        const rows = await shades(page);
        assert.ok(rows.length > 0);
        for (const { paper, band, edge, luck, dot, yardstick } of rows) {
          assert.ok(contrast(edge, paper) >= 3, `edge on paper: ${contrast(edge, paper)}`);
          assert.ok(contrast(luck, band) >= 3, `luck within all: ${contrast(luck, band)}`);
          assert.ok(contrast(dot, paper) >= 3, `dots on paper: ${contrast(dot, paper)}`);
          assert.ok(contrast(yardstick, paper) >= 3, `yardstick on paper: ${contrast(yardstick, paper)}`);
        }
      }));
  }
}

/** The letters that name two campaigns: ink, the disc they stand on, its edge, and the page under it. */
function letters(page) {
  return page.evaluate(() => {
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour) => {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = luminance(getComputedStyle(document.body).backgroundColor);
    return [...document.querySelectorAll('.sides .disc, .differs .disc')].map((disc) => {
      const style = getComputedStyle(disc);
      const isClear = /^rgba\(.*, 0\)$/.test(style.backgroundColor);
      return { text: disc.textContent, ink: luminance(style.color), ground: isClear ? paper : luminance(style.backgroundColor), edge: luminance(style.borderTopColor), hasEdge: parseFloat(style.borderTopWidth) > 0, paper };
    });
  });
}

for (const [form, media] of [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['forced colours on a dark ground', { forcedColors: 'active', colorScheme: 'dark' }],
]) {
  test(`the letters of two campaigns are read on their discs: ${form}`, () =>
    pages.withFile(paths.compare, { width: 1280, height: 800, ...media }, async (page) => {
      const all = await letters(page);
      assert.deepEqual([...new Set(all.map(({ text }) => text))], ['A', 'B']);
      for (const { text, ink, ground, edge, hasEdge, paper } of all) {
        assert.ok(contrast(ink, ground) >= 4.5, `${text} on its disc: ${contrast(ink, ground)}`);
        assert.ok(contrast(ground, paper) >= 3 || (hasEdge && contrast(edge, paper) >= 3), `the disc of ${text} on paper`);
      }
    }));
}

test('with less motion nothing moves once the answer is there', () =>
  pages.withFile(paths.explorer, { width: 1280, height: 800, reducedMotion: 'reduce' }, async (page) => {
    await page.waitForSelector('.chapters li[aria-current="step"]', patience);
    await page.waitForSelector('.answer-card[data-state="done"]', patience);
    await frames(page);
    const before = await page.screenshot();
    await page.waitForTimeout(5_000);
    assert.ok(before.equals(await page.screenshot()), 'something moved in five seconds');
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  }));
