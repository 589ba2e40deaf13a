// The explorer opened from disk: moved by hand, compared, scrubbed, asked why, saved and linked.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFindings, download, launch, open, pageFolder } from './support/browser.mjs';
import {
  explorerHtml,
  medianOf,
  nativeHashes,
  needsProgram,
  picture,
  smallCity,
} from './support/explorer.mjs';
import { hostileTitle } from './support/fixture.mjs';

let browser;
let folder;
let main;
let small;

before(async () => {
  browser = await launch();
  folder = pageFolder();
  main = folder.raw('explorer.html', (html) => explorerHtml(html));
  const own = { scenario: 'small', toml: smallCity };
  small = folder.raw('small.html', (html) => explorerHtml(html, own));
});

after(async () => {
  await browser?.close();
  folder?.remove();
});

async function withFile(path, options, body) {
  const opened = await open(browser, path, options);
  try {
    await body(opened.page, opened.seen, opened.context);
  } finally {
    await opened.close();
  }
}

const slider = (page, name) =>
  page.locator(`[data-parameter="${name}"]`).first().locator('input[type="range"]');

const field = (page, name) =>
  page.locator(`[data-parameter="${name}"]`).first().locator('input[type="number"]');

/** Shows the rows of a parameter that is not among the least known. */
async function find(page, name) {
  await page.getByLabel('Find a number by its name').fill(name);
  await page.locator(`[data-parameter="${name}"]`).first().waitFor();
}

/** Seconds from a move of the slider to the first picture and to all runs, in the page's own clock. */
async function timeOfMove(page, name, place) {
  await page.evaluate(() => performance.clearMarks());
  await slider(page, name).evaluate((input, value) => {
    input.value = value;
    performance.mark('moved');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, String(place));
  await page.waitForFunction(
    () => performance.getEntriesByName('tumen-picture-32').length > 0,
    null,
    { timeout: 60_000 },
  );
  return page.evaluate(() => {
    const at = (mark) => performance.getEntriesByName(mark)[0].startTime;
    const moved = at('moved');
    const pictures = performance
      .getEntriesByType('mark')
      .filter(({ name: mark }) => mark.startsWith('tumen-picture-'))
      .map(({ startTime }) => startTime);
    return { first: Math.min(...pictures) - moved, full: at('tumen-picture-32') - moved };
  });
}

test('the file is one, small, and needs no network', () =>
  withFile(main, {}, async (page, seen) => {
    const bytes = statSync(main).size;
    console.log(`the explorer is a file of ${(bytes / 1e6).toFixed(2)} MB`);
    assert.ok(bytes < 2e6);
    await picture(page);
    assert.deepEqual(seen, { errors: [], requests: [] });
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'none'/);
  }));

test('a slider moved: the first picture and all bands, timed', () =>
  withFile(main, { width: 1280 }, async (page) => {
    await picture(page);
    await find(page, 'hand_in_offer');
    const before = await medianOf(page);
    const times = [];
    for (const place of [300, 60, 390]) times.push(await timeOfMove(page, 'hand_in_offer', place));
    assert.notEqual(await medianOf(page), before);
    const best = (key) => Math.min(...times.map((time) => time[key]));
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    const seconds = (time) => `${(time / 1000).toFixed(2)} s`;
    console.log(
      `hyesan-handin on ${cores} cores: first picture ${seconds(best('first'))}, ` +
        `32 runs ${seconds(best('full'))} (best of ${times.length} moves)`,
    );
    assert.ok(best('first') < best('full'));
    // Other work on the machine may double the times wanted (0.5 s and 3 s) several times over.
    assert.ok(best('first') < 3000 && best('full') < 15_000);
  }));

test('the newest position of a slider wins', () =>
  withFile(small, {}, async (page) => {
    await picture(page);
    await find(page, 'fee_base');
    for (const place of [10, 200, 350, 120]) await slider(page, 'fee_base').fill(String(place));
    const value = await field(page, 'fee_base').inputValue();
    await picture(page, { overrides: `fee_base=${value}` });
    await page.waitForTimeout(300);
    const last = await page.getAttribute('.explored-figures', 'data-spec');
    assert.equal(last, `fee_base=${value}`, 'no older picture comes after the newest');
  }));

test('every number has its unit, range, evidence, grade and sources on hover and on focus', () =>
  withFile(small, {}, async (page) => {
    await picture(page);
    await find(page, 'fee_base');
    const row = page.locator('[data-parameter="fee_base"]').first();
    assert.equal(await row.locator('.about').isVisible(), false);
    await row.hover();
    const hovered = await row.locator('.about').textContent();
    for (const word of ['Unit', 'Range of the evidence', 'Evidence', 'Grade', 'Sources'])
      assert.ok(hovered.includes(word), word);
    await page.mouse.move(0, 0);
    assert.equal(await row.locator('.about').isVisible(), false);
    await row.locator('input[type="range"]').focus();
    assert.equal(await row.locator('.about').isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await row.locator('.about').isVisible(), false);
    await page.getByLabel('Find a number by its name').fill('');
    let promised = 0;
    for (const group of await page.locator('.panel-part details').all()) {
      const summary = group.locator('summary');
      promised += Number((await summary.textContent()).match(/\((\d+)/)[1]);
      await summary.click();
      await group.locator('[data-parameter]').first().waitFor();
    }
    const names = await page
      .locator('.panel-part details [data-parameter]')
      .evaluateAll((rows) => rows.map((one) => one.dataset.parameter));
    assert.ok(promised > 100);
    assert.equal(new Set(names).size, promised);
  }));

test('two settings on the same luck: equal ones differ by nothing, others by an interval', () =>
  withFile(small, { width: 1400 }, async (page, seen) => {
    await picture(page);
    await page.getByLabel('Set a second setting B beside it').check();
    await page.waitForSelector('.explored-figures[data-runs-b="32"]');
    const stopped = page.locator('.short[data-headline="stopped_calling"]');
    assert.match(await stopped.textContent(), /B \u2212 A: 0 \(0 to 0\)/);
    const before = await medianOf(page);
    await page.getByLabel('Forgiveness, Hand-in drive 1').selectOption('none');
    await page.waitForFunction(() => {
      const text = document.querySelector('.short[data-headline="handed_in"]').textContent;
      return !/B \u2212 A: 0 /.test(text);
    });
    await page.waitForSelector('.explored-figures[data-runs-b="32"]');
    assert.equal(await medianOf(page), before, 'setting A stays as it was');
    assert.notEqual(await medianOf(page, '.beside'), before);
    const row = page.locator('.numbers tr', { hasText: 'Phones handed in' }).first();
    assert.match(await row.textContent(), /certain/);
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await axeFindings(page), []);
  }));

test('a rival rule and a date change the picture; one click brings the scenario back', () =>
  withFile(small, {}, async (page) => {
    await picture(page);
    const before = await medianOf(page);
    await page.getByLabel('everybody in the city').check();
    await picture(page, { overrides: 'rules.learning=city' });
    assert.notEqual(await medianOf(page), before);
    await page.getByLabel('To, Hand-in drive 1').fill('2020-10-10');
    await page.getByLabel('To, Hand-in drive 1').blur();
    await page.waitForFunction(() => location.hash.length > 300);
    await page.getByRole('button', { name: 'Everything as in the scenario' }).click();
    await picture(page, { overrides: '' });
    await page.waitForFunction(
      (line) =>
        document
          .querySelector('#figure-x-calling .chart svg .median path')
          ?.getAttribute('d') === line,
      before,
    );
  }));

test('what is impossible is said at once, and the last picture stays', () =>
  withFile(small, {}, async (page, seen) => {
    await picture(page);
    await find(page, 'warmup');
    await field(page, 'warmup').fill('0.5');
    await field(page, 'warmup').blur();
    const alert = page.locator('.wrong');
    await alert.waitFor();
    assert.match(await alert.textContent(), /it is a whole number/);
    assert.equal(await page.locator('#figure-x-calling .chart svg').count(), 1);
    await field(page, 'warmup').fill('30');
    await field(page, 'warmup').blur();
    await alert.waitFor({ state: 'detached' });
    assert.deepEqual(seen.errors, []);
  }));

test('what is being typed stays while the runs come in, and counts when the field is left', () =>
  withFile(main, {}, async (page) => {
    await picture(page);
    await find(page, 'fee_base');
    await slider(page, 'fee_base').fill('300');
    // While these runs are played the page is drawn many times.
    await field(page, 'fee_base').fill('0.33');
    await page.waitForSelector('.explored-figures:not([data-spec=""])');
    await picture(page);
    assert.equal(await field(page, 'fee_base').inputValue(), '0.33');
    await page.keyboard.press('Enter');
    await picture(page, { overrides: 'fee_base=0.33' });
    await field(page, 'fee_base').fill('');
    await field(page, 'fee_base').blur();
    assert.equal(await field(page, 'fee_base').inputValue(), '0.33', 'an empty field says nothing');
  }));

test('days on a scrubber, wards with their numbers, flows of the drive', () =>
  withFile(main, {}, async (page, seen) => {
    await picture(page);
    await page.getByRole('button', { name: 'Show one run' }).click();
    await page.locator('.ward').first().waitFor();
    const scrubber = page.getByLabel('Day', { exact: true });
    const flow = page.locator('#figure-x-flows');
    assert.match(await flow.locator('svg').getAttribute('aria-label'), /until 1 Sep 2020/);
    await scrubber.fill('121');
    assert.match(await page.textContent('.scrubber output'), /31 Dec 2020, day 122 of 200/);
    await flow.locator('summary').click();
    await flow.locator('tbody tr').first().waitFor();
    const rows = await flow.locator('tbody tr').evaluateAll((list) =>
      list.map((row) => Number(row.children[1].textContent.replace(/[^0-9]/g, ''))),
    );
    assert.equal(rows[0], rows[1] + rows[2] + rows[3] + rows[4]);
    assert.ok(rows[2] > 0 && rows[3] > 0);
    await page.getByLabel('Colour the wards by').selectOption('phones_held');
    const label = await page.locator('.ward').nth(4).getAttribute('aria-label');
    assert.match(label, /^Ward 5: Working phones \d+$/);
    await page.locator('.ward').first().focus();
    await page.keyboard.press('ArrowRight');
    const focused = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    assert.match(focused, /^Ward 2: /);
    await scrubber.fill('0');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction(
      () => !/day 1 of/.test(document.querySelector('.scrubber output').textContent),
    );
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await axeFindings(page), []);
  }));

test('the diary of a household says why, and looking changes nothing', () =>
  withFile(main, {}, async (page) => {
    await picture(page);
    await page.getByRole('button', { name: 'Show one run' }).click();
    await page.locator('.ward').nth(3).click();
    await page.locator('.households button', { hasText: 'money broker' }).first().click();
    const entries = page.locator('.diary .entries li');
    await entries.first().waitFor();
    assert.equal(await page.getAttribute('.diary [data-same]', 'data-same'), 'yes');
    const all = await entries.allTextContents();
    assert.ok(all.some((text) => /probability 0?\.?\d+.*drawn 0\.\d+/.test(text)));
    assert.ok(all.every((text) => /Rule: [A-Z]/.test(text)));
    const link = entries.first().locator('a');
    const target = (await link.getAttribute('href')).slice(1);
    await page.locator(`#${target} summary`).click();
    assert.ok((await page.locator(`#${target} pre`).textContent()).length > 100);
    const brief = await entries.count();
    await page.getByLabel('Leave out what only repeats').uncheck();
    assert.ok((await entries.count()) >= brief);
    assert.deepEqual(await axeFindings(page), []);
  }));

test('the saved scenario is played by the program to the same hash', needsProgram, () =>
  withFile(small, {}, async (page) => {
    await picture(page);
    await find(page, 'fee_base');
    await slider(page, 'fee_base').fill('300');
    await page.getByLabel('everybody in the city').check();
    await page.getByLabel('To, Hand-in drive 1').fill('2020-10-31');
    await page.getByLabel('To, Hand-in drive 1').blur();
    await page.waitForFunction(() => document.querySelectorAll('.parameter.moved').length > 0);
    await page.waitForTimeout(200);
    await picture(page);
    const said = await page.textContent('.setup .aside');
    const { name, text } = await download(page, page.getByRole('button', { name: 'Save setting A' }));
    assert.match(name, /^tumen-[a-z0-9-]+\.toml$/);
    assert.match(text, /to = 2020-10-31/);
    assert.match(text, /learning = "city"/);
    const file = join(folder.path, 'mine.toml');
    writeFileSync(file, text);
    const [native] = nativeHashes(folder.path, file, '1');
    assert.match(said, new RegExp(`has state hash ${native}`));
  }));

test('a link brings the same state back, and one that is broken says so', () =>
  withFile(small, {}, async (page) => {
    await picture(page);
    await find(page, 'fee_base');
    await slider(page, 'fee_base').fill('300');
    await page.getByLabel('Seed of the luck').fill('7');
    await page.getByLabel('Seed of the luck').blur();
    const value = await field(page, 'fee_base').inputValue();
    await page.waitForTimeout(200);
    await picture(page, { overrides: `fee_base=${value}` });
    const said = await page.textContent('.setup .aside');
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await picture(page, { overrides: `fee_base=${value}` });
    assert.equal(await page.textContent('.setup .aside'), said);
    await page.goto('about:blank');
    await page.goto(`${link.split('#')[0]}#explore=bm90IGEgc3RhdGU`);
    await picture(page, { overrides: '' });
    assert.match(await page.textContent('.explorer'), /holds a state that cannot be read/);
  }));

test('a scenario from disk plays, and a hostile one is shown as text', () =>
  withFile(main, {}, async (page, seen) => {
    await picture(page);
    const openFile = async (name, content) => {
      const input = page.getByLabel('Open a scenario file');
      await input.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    };
    await openFile('mine.toml', smallCity);
    await page.getByText('A small city').waitFor();
    await picture(page);
    const title = JSON.stringify(hostileTitle);
    await openFile('<img src=x onerror=attack>.toml', smallCity.replace('"A small city"', title));
    await page.getByText('<script>window.attacked = 1</script>').first().waitFor();
    await picture(page);
    assert.equal(await page.evaluate(() => window.attacked), undefined);
    assert.equal(await page.locator('img').count(), 0);
    await openFile('broken.toml', 'title = "x"\nstart = never\n');
    await page.locator('.wrong').first().waitFor();
    assert.match(await page.textContent('.wrong'), /error/);
    await page.locator('.scenario-choice select').selectOption('hyesan-calm');
    await page.locator('.wrong').first().waitFor({ state: 'detached' });
    await picture(page);
    assert.deepEqual(seen, { errors: [], requests: [] });
  }));

test('the nation is too big for a page, and says so', () =>
  withFile(small, {}, async (page) => {
    await picture(page);
    const nation = page.locator('option[value="nation"]');
    assert.equal(await nation.evaluate((option) => option.disabled), true);
    assert.match(await nation.textContent(), /too big/);
  }));

test('the keyboard alone moves a slider, opens a run, a household and its diary', () =>
  withFile(small, {}, async (page) => {
    await picture(page);
    const tabTo = async (wanted) => {
      for (let step = 0; step < 300; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(wanted)) return;
      }
      assert.fail(`the keyboard does not reach ${wanted}`);
    };
    const before = await medianOf(page);
    await tabTo(() => document.activeElement.matches('.parameter input[type="range"]'));
    assert.equal(
      await page.evaluate(() =>
        document.activeElement.closest('.parameter').querySelector('.about').checkVisibility(),
      ),
      true,
    );
    await page.keyboard.press('End');
    await page.waitForFunction(
      (line) =>
        document
          .querySelector('#figure-x-calling .chart svg .median path')
          ?.getAttribute('d') !== line,
      before,
    );
    await tabTo(() => document.activeElement.textContent === 'Show one run');
    await page.keyboard.press('Enter');
    await page.locator('.ward').first().waitFor();
    await tabTo(() => document.activeElement.matches('.ward'));
    await page.keyboard.press('Enter');
    await page.locator('.households button').first().waitFor();
    await tabTo(() => document.activeElement.matches('.households button'));
    await page.keyboard.press('Enter');
    await page.locator('.diary').waitFor();
  }));

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 1280],
  ['light', 400],
  ['dark', 400],
]) {
  test(`axe finds nothing and nothing scrolls sideways, ${colorScheme}, ${width} px`, () =>
    withFile(small, { colorScheme, width }, async (page) => {
      await picture(page);
      await page.getByRole('button', { name: 'Show one run' }).click();
      await page.locator('.ward').first().click();
      await page.locator('.households button').first().click();
      await page.locator('.diary').waitFor();
      assert.deepEqual(await axeFindings(page), []);
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(content <= window, `${content} > ${window}`);
    }));
}

test('the official picture and what changed stay in view', () =>
  withFile(small, { width: 400 }, async (page) => {
    await picture(page);
    await page.locator('#figure-x-need_kin').scrollIntoViewIfNeeded();
    const box = await page.locator('.pictures').boundingBox();
    assert.ok(box.y >= -1 && box.y < 5, `the strip is at ${box.y}`);
    assert.ok(box.height < 200);
  }));

test('the built page holds the model once', () => {
  const html = readFileSync(main, 'utf8');
  assert.equal(html.split('id="model"').length, 2);
});
