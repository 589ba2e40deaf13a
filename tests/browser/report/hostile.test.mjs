// Results that hold what nobody should write, and files that hold no results.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillPage } from '../support/page_file.mjs';
import { hostileTitle, makeReport } from '../support/fixture.mjs';
import { axeFindings, download } from '../support/browser.mjs';
import { assertAccessible, startPages } from '../support/pages.mjs';

const pages = startPages();
const { withFile } = pages;

/** The hostile text in every place that a scenario can fill. */
function hostileReport() {
  const report = makeReport({ cities: 2, title: hostileTitle });
  report.scenario.question = hostileTitle;
  report.scenario.name = hostileTitle;
  report.scenario.canonical = hostileTitle;
  report.events[0].label = hostileTitle;
  report.cities[0].label = hostileTitle;
  report.official[0].label = hostileTitle;
  report.figures[0].title = hostileTitle;
  report.provenance.command = hostileTitle;
  report.cite = hostileTitle;
  return report;
}

test('a hostile title is shown as text, whole, and does nothing', () => {
  const path = pages.folder.raw('hostile.html', (html) => fillPage(html, hostileReport()));
  return withFile(path, {}, async (page, seen) => {
    const heading = await page.textContent('h1');
    assert.ok(heading.startsWith('<script>window.attacked = 1</script>'));
    assert.ok(heading.length <= 200);
    await page.getByText('The whole title').click();
    assert.equal(await page.textContent('.whole'), hostileTitle);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    await page.waitForSelector('.figure .table td');
    assert.equal(await page.evaluate(() => window.attacked), undefined);
    assert.equal(await page.locator('img').count(), 0);
    assert.deepEqual(seen, { errors: [], requests: [] });
    assert.ok((await page.title()).length < 120);
  });
});

const intruders = {
  'an inline script': (html) => html.replace('</body>', '<script>window.attacked = 3</script></body>'),
  'a module': (html) => html.replace('</body>', '<script type="module">window.attacked = 4</script></body>'),
  'a handler': (html) => html.replace('</body>', '<img src="data:," onerror="window.attacked = 5"></body>'),
  'a changed program': (html) =>
    html
      .replace('<script type="module">', '<script type="module">window.attacked = 6;')
      .replace('<div id="app">', '<div id="app"><h1>Nothing is drawn</h1>'),
};

for (const [what, put] of Object.entries(intruders)) {
  test(`the page's policy does not run ${what} that got into it`, () => {
    const name = `${what.replaceAll(' ', '-')}.html`;
    const path = pages.folder.raw(name, (html) => put(fillPage(html, makeReport())));
    return withFile(path, {}, async (page, seen) => {
      while (seen.errors.length === 0) await page.waitForTimeout(20);
      assert.equal(await page.evaluate(() => window.attacked), undefined);
      assert.match(seen.errors.join(), /Content Security Policy/);
    });
  });
}

test('a hostile title does not turn the text around it or break the page', () => {
  const path = pages.folder.raw('hostile2.html', (html) => fillPage(html, hostileReport()));
  return withFile(path, { width: 400 }, async (page) => {
    const isolated = await page
      .locator('h1 bdi')
      .evaluate((one) => getComputedStyle(one).unicodeBidi);
    assert.equal(isolated, 'isolate');
    await assertAccessible(page);
  });
});

test('files saved from a hostile report have plain names and well-formed content', () => {
  const path = pages.folder.raw('hostile3.html', (html) => fillPage(html, hostileReport()));
  return withFile(path, {}, async (page) => {
    const figure = page.locator('#days figure').first();
    const svg = await download(page, figure.locator('button').nth(0));
    const csv = await download(page, page.locator('#figure-compare button').nth(2));
    for (const { name } of [svg, csv]) assert.match(name, /^tumen-[a-z0-9-]{1,190}\.(svg|csv)$/);
    const error = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      return parsed.querySelector('parsererror, script, img')?.outerHTML ?? '';
    }, svg.text);
    assert.equal(error, '');
    assert.ok(csv.text.includes(`"${hostileTitle.replaceAll('"', '""')}"`));
  });
});

test('a page with one city has no picker, one with two has', async () => {
  const one = pages.folder.page('one.html', { cities: 1, extras: 'none' });
  await withFile(one, {}, async (page) => {
    assert.equal(await page.locator('#days select').count(), 0);
    assert.equal(await page.locator('#differences, #patterns').count(), 0);
  });
  const two = pages.folder.page('two.html', { cities: 2 });
  await withFile(two, {}, async (page) => {
    const label = () => page.getAttribute('#figure-calling-calling .chart svg .median path', 'd');
    const first = await label();
    await page.getByLabel('City').selectOption('hoeryong');
    assert.notEqual(await label(), first, 'another city is another line');
    await page.getByLabel('City').selectOption('all');
    assert.match(await page.textContent('#days'), /cannot be added over cities/);
    assert.equal(await page.locator('#differences, #patterns').count(), 2);
  });
});

test('a scenario without a campaign shows its levels', async () => {
  const nothing = { official: [], changed: [], told: [], ratio: null, events: [] };
  const calm = pages.folder.page('calm.html', { extras: 'none', change: nothing });
  await withFile(calm, {}, async (page, seen) => {
    assert.equal(await page.locator('.panel, .ratio, #figure-compare').count(), 0);
    assert.ok((await page.locator('.other .value').count()) > 0);
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await axeFindings(page), []);
  });
});

test('a ratio that is not known says why and has no interval', async () => {
  const why = 'No ratio: more people called than before.';
  const ratio = { ...makeReport().ratio, value: null, low: null, high: null, explanation: why };
  await withFile(pages.folder.page('ratio.html', { change: { ratio } }), {}, async (page) => {
    assert.equal(await page.textContent('.ratio .value'), 'not defined');
    assert.equal(await page.locator('.ratio .range').count(), 0);
    assert.equal(await page.textContent('.ratio .explain'), why);
  });
});

test('every axis begins at zero, that of a price too, until the reader asks otherwise', async () => {
  const path = pages.folder.page('axis.html', {});
  await withFile(path, {}, async (page) => {
    const figures = page.locator('#days .figure:not(.empty)');
    const zeros = () =>
      figures.evaluateAll((all) => all.map((one) => [...one.querySelectorAll('svg text')].some(({ textContent }) => /^0(\.0+)?\s?%?$/.test(textContent))));
    const atZero = await zeros();
    assert.ok(atZero.length >= 6);
    assert.deepEqual(atZero, atZero.map(() => true));
    assert.doesNotMatch(await page.locator('#days').innerText(), /does not begin at zero/);
    await page.getByLabel('Begin every axis at zero').uncheck();
    const cut = await zeros();
    assert.ok(cut.filter((one) => !one).length >= 3, 'counts and levels far from zero are cut');
    for (const caption of await figures.locator('figcaption').allTextContents()) assert.match(caption, /does not begin at zero/);
  });
});

for (const [what, change, expected] of [
  ['no results', (html) => html, /not JSON/],
  ['another format', (html) => fillPage(html, { ...makeReport(), format: 2 }), /format 2/],
  ['a short series', (html) => fillPage(html, shortSeries()), /has 199 days, expected 200/],
]) {
  test(`a file with ${what} says so in a sentence`, () => {
    const path = pages.folder.raw(`${what.replace(/ /g, '-')}.html`, change);
    return withFile(path, {}, async (page, seen) => {
      assert.match(await page.textContent('main'), expected);
      assert.deepEqual(seen.errors, []);
      assert.deepEqual(await axeFindings(page), []);
    });
  });
}

function shortSeries() {
  const report = makeReport();
  report.series[0].q25 = report.series[0].q25.slice(1);
  return report;
}
