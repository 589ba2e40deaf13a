// The documentation site, from the disk: searched, read on a phone and in the dark, without a network.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, open } from '../support/browser.mjs';

const build = resolve(process.env.TUMEN_BUILD ?? fileURLToPath(new URL('../../../build', import.meta.url)));
const site = join(build, 'site/html');
let browser;

before(async () => {
  assert.ok(existsSync(join(site, 'index.html')), `${site} is not built: make site`);
  browser = await launch();
});
after(() => browser?.close());

const pages = (folder = site) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? pages(join(folder, entry.name))
      : entry.name.endsWith('.html')
        ? [join(folder, entry.name)]
        : [],
  );

async function searched(words) {
  const { page, seen } = await open(browser, join(site, 'index.html'));
  await page.goto(`file://${join(site, 'search.html')}?q=${encodeURIComponent(words)}`);
  await page.waitForSelector('#search-results ul.search li', { timeout: 20000 });
  const found = await page.$$eval('#search-results ul.search li a', (all) => all.map((a) => a.getAttribute('href')));
  assert.deepEqual(seen, { errors: [], requests: [] });
  await page.context().close();
  return found.join('\n');
}

test('a word is found in the documents that explain it', async () => {
  assert.match(await searched('forgiveness'), /docs\/tutorial\.html|docs\/model\.html/);
});

test('a parameter is found in the reference', async () => {
  assert.match(await searched('promise_breach'), /reference\/parameters\.html/);
});

test('a function of the package is found in its reference', async () => {
  assert.match(await searched('open_results'), /reference\/python\.html/);
});

test('a key of a scenario and a measure are found', async () => {
  assert.match(await searched('hand_in_drive'), /reference\/keys\.html/);
  assert.match(await searched('stopped_calling'), /reference\/measures\.html/);
});

test('the gallery has an answer, a report and a model that plays beside each question', async () => {
  const { page } = await open(browser, join(site, 'gallery/index.html'));
  const links = await page.$$eval('article a', (all) => all.map((a) => a.getAttribute('href')));
  await page.context().close();
  const pages = links.filter((one) => /^[a-z-]+\.html$/.test(one));
  assert.ok(pages.length >= 6 && pages.length % 2 === 0, links.join(' '));
  for (const name of pages) {
    const { page: one, seen } = await open(browser, join(site, 'gallery', name));
    assert.deepEqual(seen, { errors: [], requests: [] }, name);
    await one.context().close();
  }
});

test('no page asks the network for anything', async () => {
  for (const name of ['index', 'docs/model', 'reference/python', 'notebooks/what_hand_in_counts_hide']) {
    const { page, seen } = await open(browser, join(site, `${name}.html`));
    await page.waitForLoadState('load');
    assert.deepEqual(seen.requests, [], name);
    assert.deepEqual(seen.errors, [], name);
    await page.context().close();
  }
});

test('what pages load lies in the site', () => {
  for (const path of pages()) {
    const text = readFileSync(path, 'utf8');
    for (const [, url] of text.matchAll(/<(?:script|img|link|iframe|source)\b[^>]*?\s(?:src|href)="([^"]+)"/g)) {
      if (url.startsWith('data:') || url.startsWith('#')) continue;
      assert.doesNotMatch(url, /^(?:[a-z]+:)?\/\//, `${relative(site, path)} loads ${url}`);
      assert.ok(existsSync(join(dirname(path), decodeURI(url.split(/[?#]/)[0]))), `${relative(site, path)} lacks ${url}`);
    }
  }
});

test('every link within the site leads somewhere', () => {
  const ids = new Map();
  const idsOf = (path) => {
    if (!ids.has(path)) {
      const text = readFileSync(path, 'utf8');
      ids.set(path, new Set([...text.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)));
    }
    return ids.get(path);
  };
  for (const path of pages()) {
    for (const [, url] of readFileSync(path, 'utf8').matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)) {
      if (/^[a-z]+:/.test(url)) continue;
      const [target, id] = url.split('#');
      const file = target ? join(dirname(path), decodeURI(target.split('?')[0])) : path;
      assert.ok(existsSync(file), `${relative(site, path)}: ${url}`);
      if (id && file.endsWith('.html'))
        assert.ok(idsOf(file).has(decodeURIComponent(id)), `${relative(site, path)}: ${url}`);
    }
  }
});

test('it is dark where the reader wants it dark', async () => {
  const colour = async (colorScheme) => {
    const { page } = await open(browser, join(site, 'index.html'), { colorScheme });
    const found = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.context().close();
    return found.match(/\d+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0);
  };
  assert.ok((await colour('light')) > 600);
  assert.ok((await colour('dark')) < 150);
});

test('a phone scrolls tables, not pages', async () => {
  for (const name of ['index', 'docs/python', 'reference/parameters', 'docs/tutorial']) {
    const { page } = await open(browser, join(site, `${name}.html`), { width: 360, height: 740 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${name} is ${wide} pixels too wide`);
    await page.context().close();
  }
});

test('notebooks show what they printed and drew', () => {
  for (const name of ['what_hand_in_counts_hide', 'bring_your_own_pattern']) {
    const text = readFileSync(join(site, `notebooks/${name}.html`), 'utf8');
    assert.match(text, /<img[^>]+notebooks?[^>]*\.png|<img[^>]+_images[^>]*\.png/);
  }
});

test('equations of the model are drawn', async () => {
  const { page } = await open(browser, join(site, 'docs/model.html'));
  const [tall, wide] = await page.$eval('.equations .fraction', (one) => [one.offsetHeight, one.firstChild.offsetHeight]);
  assert.ok(tall > 1.8 * wide, 'a fraction is two lines high');
  assert.ok((await page.$$('.equations sup')).length > 5 && (await page.$$('.equations sub')).length > 12);
  await page.context().close();
});

test('patterns have a picture of their test, and R its functions', () => {
  const patterns = readFileSync(join(site, 'reference/patterns.html'), 'utf8');
  const pictures = patterns.match(/<svg[^>]*class="pattern"/g)?.length ?? 0;
  assert.ok(pictures > 40, `${pictures} pictures`);
  assert.match(readFileSync(join(site, 'reference/r.html'), 'utf8'), /open_results: /);
});

test('the keys of a scenario have the schema that editors complete them by', () => {
  assert.match(readFileSync(join(site, 'reference/keys.html'), 'utf8'), /href="scenario\.schema\.json"/);
  const schema = JSON.parse(readFileSync(join(site, 'reference/scenario.schema.json'), 'utf8'));
  assert.ok(schema.$schema && Object.keys(schema.properties).length > 5);
});

test('the site lies beside itself in one file', () => {
  const [name] = readdirSync(join(build, 'site')).filter((one) => /^tumen-site-[\d.]+\.zip$/.test(one));
  assert.ok(name && readFileSync(join(build, 'site', name)).includes('reference/parameters.html'));
});

test('every command has its help and every parameter its row', () => {
  const commands = readFileSync(join(site, 'reference/commands.html'), 'utf8');
  for (const one of ['run', 'compare', 'check', 'sweep', 'sensitivity', 'calibrate', 'verify', 'export'])
    assert.match(commands, new RegExp(`tumen ${one}`));
  const parameters = readFileSync(join(site, 'reference/parameters.html'), 'utf8');
  const ledger = readFileSync(new URL('../../../evidence/parameters.toml', import.meta.url), 'utf8');
  for (const [, name] of ledger.matchAll(/^\[(\w+)\]/gm)) assert.ok(parameters.includes(name), name);
});
