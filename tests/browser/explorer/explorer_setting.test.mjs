// What the explorer plays: numbers, rules and dates set, compared, saved, linked, and opened from a file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings, download } from '../support/browser.mjs';
import { medianOf, needsProgram, picture, saidOfPicture, smallCity } from '../support/explorer.mjs';
import { field, find, medianBecomes, slider, startExplorer } from '../support/explorer_pages.mjs';
import { hostileTitle } from '../support/fixture.mjs';

const { nativeHash, withSmall, withTown } = startExplorer();

test('every number has its unit, range, evidence, grade and sources on hover and on focus', () =>
  withSmall({}, async (page) => {
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
  withSmall({ width: 1400 }, async (page, seen) => {
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
    // Luck alone at first; then plays that draw values and rules, the same ones for both settings.
    await page.waitForSelector('.numbers[data-drawn="0"]', { state: 'detached' });
    assert.match(await row.textContent(), /higher in \d+, lower in \d+ of \d+ plays/);
    for (const width of [1280, 640, 400, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const [wide, shown] = await page.locator('.numbers .table').evaluate((table) => [table.scrollWidth, table.clientWidth]);
      assert.ok(wide <= shown, `at ${width} px ${wide - shown} px of the table of both settings are hidden`);
    }
    await page.setViewportSize({ width: 1400, height: 900 });
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await axeFindings(page), []);
  }));

test('every number: the middle, luck alone, and within it all that is not known', () =>
  withSmall({ width: 1400 }, async (page, seen) => {
    await picture(page);
    await page.waitForSelector('.numbers[data-drawn="0"]', { state: 'detached' });
    const heads = await page.locator('.numbers th[scope="col"]').allTextContents();
    assert.deepEqual(heads.slice(2), ['Middle', 'Luck alone, 90\u00a0%', 'All that is not known, 90\u00a0%']);
    const cells = await page.locator('.numbers tr', { hasText: 'Phones handed in' }).first().locator('td').allTextContents();
    const ends = (text) => text.split(' to ').map((one) => Number(one.replace(/,/g, '')));
    const [luck, all] = [ends(cells[2]), ends(cells[3])];
    assert.ok(all[0] <= luck[0] && luck[0] < luck[1] && luck[1] <= all[1], cells.join('; '));
    assert.ok(all[1] - all[0] > 2 * (luck[1] - luck[0]), cells.join('; '));
    assert.match(await page.locator('.numbers p').textContent(), /^From \d+ of 256 plays/);
    assert.deepEqual(seen.errors, []);
  }));

test('a rival rule and a date change the picture; one click brings the scenario back', () =>
  withSmall({}, async (page) => {
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
    await medianBecomes(page, before);
  }));

test('what is impossible is said at once, and the last picture stays', () =>
  withSmall({}, async (page, seen) => {
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
  withTown({}, async (page) => {
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

test('what is saved is the setting, though the picture may still be that of the one before', () =>
  withSmall({}, async (page, seen) => {
    await picture(page);
    const save = page.getByRole('button', { name: 'Save setting A' });
    await find(page, 'fee_base');
    const typed = field(page, 'fee_base');
    for (const value of ['0.31', '0.17', '0.29']) {
      await typed.fill(value);
      await typed.blur();
      const { text } = await download(page, save);
      assert.match(text, new RegExp(`fee_base = ${value}\\b`));
    }
    await find(page, 'warmup');
    await field(page, 'warmup').fill('0.5');
    await field(page, 'warmup').blur();
    await save.click();
    await page.getByText('Not saved: the setting has a problem').waitFor();
    assert.deepEqual(seen.errors, []);
  }));

test('the saved scenario is played by the program to the same hash', needsProgram, () =>
  withSmall({}, async (page) => {
    await picture(page);
    await find(page, 'fee_base');
    await slider(page, 'fee_base').fill('300');
    await page.getByLabel('everybody in the city').check();
    await page.getByLabel('To, Hand-in drive 1').fill('2020-10-31');
    await page.getByLabel('To, Hand-in drive 1').blur();
    await page.waitForFunction(() => document.querySelectorAll('.parameter.moved').length > 0);
    const { name, text } = await download(page, page.getByRole('button', { name: 'Save setting A' }));
    assert.match(name, /^tumen-[a-z0-9-]+\.toml$/);
    assert.match(text, /to = 2020-10-31/);
    assert.match(text, /learning = "city"/);
    await saidOfPicture(page, new RegExp(`has state hash ${nativeHash(text)}`));
  }));

test('a link brings the same state back, and one that is broken says so', () =>
  withSmall({}, async (page) => {
    await picture(page);
    await find(page, 'fee_base');
    await slider(page, 'fee_base').fill('300');
    await page.getByLabel('Seed of the luck').fill('7');
    await page.getByLabel('Seed of the luck').blur();
    const value = await field(page, 'fee_base').inputValue();
    const said = await saidOfPicture(page, /with seed 7 /);
    await picture(page, { overrides: `fee_base=${value}` });
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await picture(page, { overrides: `fee_base=${value}` });
    await saidOfPicture(page, new RegExp(said));
    await page.goto('about:blank');
    await page.goto(`${link.split('#')[0]}#explore=bm90IGEgc3RhdGU`);
    await picture(page, { overrides: '' });
    assert.match(await page.textContent('main'), /holds a state that cannot be read/);
  }));

test('a scenario from disk plays, and a hostile one is shown as text', () =>
  withTown({}, async (page, seen) => {
    await picture(page);
    const openFile = async (name, content) => {
      const input = page.getByLabel('Open a scenario file');
      await input.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    };
    await openFile('mine.toml', smallCity);
    await page.locator('#all-numbers').getByText('A small city').waitFor();
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
