// A report file opened from disk. TUMEN_REPORT names one made by the program; without it the built
// page is filled with a made-up report. TUMEN_SCREENSHOT names a picture to write.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axeFindings, carried, download } from '../support/browser.mjs';
import { makeReport } from '../support/fixture.mjs';
import { assertFits, combinations, startPages } from '../support/pages.mjs';

let path;

const pages = startPages((folder) => {
  path = process.env.TUMEN_REPORT || folder.page('report.html', { cities: 2 });
});

const withPage = (options, body) => pages.withFile(path, options, body);

/** What the page shows of the city that it begins with. */
function firstShown(report) {
  const city = report.cities[0].name;
  const shown = [];
  for (const figure of report.figures) {
    for (const id of figure.observables) {
      const series = report.series.find((one) => one.city === city && one.observable === id);
      if (series?.q50.some((value) => value !== null)) shown.push({ figure, id, series });
    }
  }
  return shown;
}

const figureOf = (page, { figure, id }) => page.locator(`#figure-${figure.id}-${id}`);

test('the page opens from disk without an error and asks for nothing', () =>
  withPage({}, async (page, seen) => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(seen.requests, []);
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    assert.match(policy, /connect-src 'none'/);
    const blocked = await page.evaluate(() =>
      fetch('https://example.invalid/').then(
        () => 'sent',
        () => 'blocked',
      ),
    );
    assert.equal(blocked, 'blocked');
    assert.deepEqual(seen.requests, [], 'the policy stops a request before it is made');
  }));

test('the official picture stands beside what changed, above everything else', () =>
  withPage({}, async (page) => {
    const report = await carried(page);
    for (const kind of ['official', 'changed']) {
      const panel = page.locator(`.panel.${kind}`);
      assert.equal(await panel.locator('.value').count(), report[kind].length);
      const box = await panel.boundingBox();
      const first = await page.locator(`.first-row.${kind}`).boundingBox();
      assert.ok(first.y < 900 && first.y < box.y, `${kind} begins at ${first.y}, below the first screen`);
      const ranges = await panel.locator('.range').allTextContents();
      for (const range of ranges) assert.match(range, / to .* in 90\u00a0% of the runs/);
    }
    const left = await page.locator('.panel.official').boundingBox();
    const right = await page.locator('.panel.changed').boundingBox();
    assert.ok(left.x < right.x && Math.abs(left.y - right.y) < 2);
    // Words of the glossary carry their notes with them, hidden until somebody asks.
    const limits = await page.locator('.limits li').evaluateAll((items) =>
      items.map((item) => {
        const plain = item.cloneNode(true);
        for (const note of plain.querySelectorAll('[role="tooltip"]')) note.remove();
        return plain.textContent;
      }),
    );
    for (const limit of report.limits) assert.ok(limits.includes(limit));
  }));

test('every fan chart has both bands, a median, a unit, its calendar and a key', () =>
  withPage({}, async (page) => {
    const report = await carried(page);
    const shown = firstShown(report);
    assert.ok(shown.length >= Math.min(3, report.figures.length));
    for (const one of shown) {
      const figure = figureOf(page, one);
      for (const part of ['.band90', '.band50', '.median']) {
        const line = figure.locator(`.chart svg ${part} path`).first();
        const shape = await line.getAttribute('d');
        assert.ok(shape.length > 40, `${one.id}: ${part} is empty`);
        assert.doesNotMatch(shape, /NaN/);
      }
      const drawing = figure.locator('.chart svg').first();
      const words = await drawing.evaluate((svg) =>
        [...svg.querySelectorAll('text')].map((text) => text.textContent),
      );
      for (const key of ['median', '50\u00a0% of runs', '90\u00a0% of runs'])
        assert.ok(words.includes(key), `${one.id}: ${key}`);
      const unit = await drawing
        .getAttribute('aria-label')
        .then((label) => label.match(/, ([^:]+): median/)[1]);
      assert.ok(words.includes(unit), `${one.id}: no unit ${unit} on the axis`);
      const marks = await drawing.locator('.calendar rect').count();
      assert.ok(marks >= Math.min(1, report.events.length), `${one.id}: no campaign marked`);
    }
  }));

const openAll = async (page) => {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  await page.waitForSelector('.figure .table td');
};

for (const [colorScheme, width] of combinations(['light', 'dark'], [1280, 400])) {
  test(`axe finds nothing, ${colorScheme}, ${width} px wide`, () =>
    withPage({ colorScheme, width }, async (page) => {
      assert.deepEqual(await axeFindings(page), []);
    }));
}

test('a difference has its unit once, and words that say in how many plays it is so and repeat no other number', () =>
  withPage({}, async (page) => {
    const { differences } = await carried(page);
    if (!differences) return;
    const rows = await page
      .locator('#differences tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText)));
    assert.equal(rows.length, differences.length);
    rows.forEach(([what, mean, range, sign], at) => {
      const { label, unit, scenario: other } = differences[at];
      assert.equal(what, label);
      if (['phones', 'people'].includes(unit)) {
        assert.ok(mean.endsWith(` ${unit}`), mean);
        assert.ok(![range, sign].some((text) => text.includes(unit)), sign);
      }
      // The only numbers beside a difference's own are in how many plays it is so.
      const words = sign.replaceAll(other, '').replace(/in (all )?\d+( of \d+)?( plays)?/g, '');
      assert.doesNotMatch(words, /\d/);
      assert.match(words, /^(higher|lower) on average|^cannot be told|^too few plays|^the same|^no difference/);
    });
  }));

test('a pattern opens its test, its number, and its sources with their addresses', () =>
  pages.withFile(pages.folder.page('patterns.html', {}), {}, async (page) => {
    const row = page.locator('#patterns tr', { hasText: 'P21' });
    await row.locator('summary').click();
    const details = row.locator('.pattern-details');
    const said = await details.innerText();
    assert.match(said, /mean\(fee, during\) is above 0\.28/);
    assert.match(said, /Here its mean is 0\.31 \(95.%.interval 0\.3 to 0\.32\)/);
    assert.equal(await details.locator('a').getAttribute('href'), 'https://example.org/daily-nk-2021');
    assert.match(said, /A report about P21, A newsroom, 2020-10\. No address is known\./);
    assert.deepEqual(await axeFindings(page), []);
  }));

test('axe finds nothing when every table is open', () =>
  withPage({}, async (page) => {
    await openAll(page);
    // One row is like another, and thousands of them would take minutes.
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('details tbody tr:nth-child(n + 4)'))
        row.remove();
    });
    assert.deepEqual(await axeFindings(page), []);
  }));

/** The longest name among what changed, and patterns that say how they were judged. */
function longTexts() {
  const { changed, patterns } = makeReport({});
  const [first, ...rest] = changed;
  const label = 'People still quiet at the end because of the campaign';
  return {
    changed: [{ ...first, id: 'quiet_by_campaign', label }, ...rest],
    patterns: patterns.map((one) => ({ ...one, judged_by: 'mean' })),
  };
}

test('on a phone no text of a figure is cut, and no sentence of a stacked table', () =>
  pages.withFile(pages.folder.page('long.html', { change: longTexts() }), { width: 320 }, async (page) => {
    for (const width of [320, 400, 640]) {
      await page.setViewportSize({ width, height: 700 });
      await page.waitForFunction((wide) => [...document.querySelectorAll('figure svg')].every((one) => one.getBoundingClientRect().right <= wide), width);
      const cut = await page.evaluate(() => {
        const texts = [...document.querySelectorAll('figure svg text')].filter((text) => text.checkVisibility());
        const beyond = texts.filter((text) => text.getBoundingClientRect().right > text.ownerSVGElement.getBoundingClientRect().right + 2);
        const wide = [...document.querySelectorAll('.table.stacked')].filter((one) => one.scrollWidth > one.clientWidth + 1);
        return [...beyond.map((text) => text.textContent), ...wide.map((one) => one.getAttribute('aria-label'))];
      });
      assert.deepEqual(cut, [], `${width} px`);
    }
  }));

for (const width of [320, 400, 800, 1920]) {
  test(`nothing scrolls sideways at ${width} px`, () =>
    withPage({ width }, async (page) => {
      await openAll(page);
      await assertFits(page);
    }));
}

test('the keyboard alone reaches and opens a table and saves a file', () =>
  withPage({}, async (page) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    const reached = { summary: 0, svg: 0, csv: 0 };
    let opened = false;
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const { localName, textContent } = document.activeElement;
        return { localName, text: textContent };
      });
      if (at.localName === 'body') break;
      if (at.text === 'Save as SVG') reached.svg += 1;
      if (at.text === 'Save as CSV') reached.csv += 1;
      if (at.localName !== 'summary') continue;
      reached.summary += 1;
      if (opened) continue;
      await page.keyboard.press('Enter');
      await page.waitForSelector('details[open] .table td');
      opened = true;
    }
    const figures = await page.locator('figure.figure').count();
    assert.ok(figures > 0 && opened);
    assert.equal(reached.svg, figures);
    assert.ok(reached.csv >= figures && reached.summary >= figures);
    const button = page.getByRole('button', { name: /^Save as CSV/ }).first();
    await button.focus();
    const waiting = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    assert.match((await waiting).suggestedFilename(), /^tumen-[a-z0-9-]+\.csv$/);
  }));

test('the table behind a figure and its CSV hold the numbers of the results', () =>
  withPage({}, async (page) => {
    const report = await carried(page);
    const one = firstShown(report)[0];
    const figure = figureOf(page, one);
    await figure.locator('summary').click();
    const rows = figure.locator('tbody tr');
    await rows.first().waitFor();
    assert.equal(await rows.count(), report.scenario.days);

    const { name, text } = await download(
      page,
      figure.getByRole('button', { name: /^Save as CSV/ }),
    );
    assert.match(name, /^tumen-[a-z0-9-]+\.csv$/);
    const all = text.trimEnd().split('\r\n');
    const cover = all.filter((line) => line.startsWith('# '));
    assert.match(cover.join(' '), /nobody in it is real/);
    assert.match(cover[1], new RegExp(`scenario ${report.scenario.name}`));
    const lines = all.slice(cover.length);
    assert.equal(lines[0], 'date,day,city,observable,unit,median,q05,q25,q75,q95');
    assert.equal(lines.length, report.scenario.days + 1);
    const { unit } = report.observables.find(({ id }) => id === one.id);
    const { q50, q05, q25, q75, q95, city } = one.series;
    const start = Date.parse(`${report.scenario.start}T00:00:00Z`);
    for (const day of [0, 1, report.scenario.days - 1]) {
      const date = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
      const numbers = [q50, q05, q25, q75, q95].map((values) => values[day] ?? '');
      assert.equal(lines[day + 1], [date, day, city, one.id, unit, ...numbers].join(','));
    }
  }));

test('a saved SVG stands alone: well-formed, with title, source, bands and no variable left', () =>
  withPage({ colorScheme: 'dark' }, async (page) => {
    const report = await carried(page);
    const figure = figureOf(page, firstShown(report)[0]);
    const { name, text } = await download(
      page,
      figure.getByRole('button', { name: /^Save as SVG/ }),
    );
    assert.match(name, /\.svg$/);
    assert.doesNotMatch(text, /var\(--|NaN/);
    assert.doesNotMatch(text, /<script|https?:\/\/(?!www\.w3\.org)/);
    const read = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        error: parsed.querySelector('parsererror')?.textContent ?? '',
        words: [...parsed.querySelectorAll('text')].map((one) => one.textContent),
        bands: parsed.querySelectorAll('.band90 path, .band50 path').length,
        paper: parsed.querySelector('svg > rect').getAttribute('fill'),
      };
    }, text);
    assert.equal(read.error, '');
    assert.equal(read.bands, 2);
    assert.ok(read.words.some((word) => word.startsWith('Tumen ')));
    assert.equal(read.paper, '#fcfaf5', 'saved for paper, though the screen is dark');
  }));

test('printing leaves out controls and closed tables, and keeps every figure', () =>
  withPage({ media: 'print' }, async (page) => {
    for (const hidden of ['.contents', '.actions', '.controls', 'details:not([open])']) {
      const all = await page.locator(hidden).all();
      for (const one of all) assert.equal(await one.isVisible(), false, hidden);
    }
    const figures = await page.locator('figure.figure .chart svg').all();
    assert.ok(figures.length > 0);
    for (const figure of figures) assert.ok(await figure.isVisible());
    const pdf = await page.pdf({ format: 'A4' });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length >= 2 && pages.length <= 40, `${pages.length} pages`);
  }));

test('a picture of the first screen', { skip: !process.env.TUMEN_SCREENSHOT }, () =>
  withPage({ height: 1000 }, async (page) => {
    const picture = await page.screenshot({
      path: process.env.TUMEN_SCREENSHOT,
    });
    assert.ok(picture.length > 20_000);
  }),
);

test('a saved PNG is a slide: 1920 by 1080, and the drawing is on it', () =>
  withPage({ colorScheme: 'dark' }, async (page) => {
    const report = await carried(page);
    const figure = figureOf(page, firstShown(report)[0]);
    const waiting = page.waitForEvent('download');
    await figure.getByRole('button', { name: /^Save as PNG/ }).click();
    const saved = await waiting;
    assert.match(saved.suggestedFilename(), /^tumen-[a-z0-9-]+\.png$/);
    const bytes = readFileSync(await saved.path());
    assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1920, 1080]);
    const colours = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const seen = new Set();
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      for (let at = 0; at < pixels.length; at += 4 * 97) seen.add(pixels.slice(at, at + 3).join());
      return seen.size;
    }, bytes.toString('base64'));
    assert.ok(colours > 8, `${colours} colours`);
  }));
