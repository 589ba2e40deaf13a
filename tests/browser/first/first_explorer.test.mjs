// The explorer as it opens: a story, the day, the answer and four controls; by keyboard, in both languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axeFindings } from '../support/browser.mjs';
import { explorerHtml, startEngine } from '../support/explorer.mjs';
import { patience, startExplorer, told } from '../support/explorer_pages.mjs';
import { assertFits, combinations } from '../support/pages.mjs';

const { withHtml, withMain, withSmall, withTown } = startExplorer();

async function ranged(page, more = '') {
  await page.waitForSelector(`.answer-card:is([data-state="bar"], [data-state="done"])${more}`, patience);
}

for (const [width, height, most] of [
  [400, 800, 440],
  [1280, 800, 320],
]) {
  test(`the picture begins on the first screen, ${width} x ${height}, and nothing scrolls sideways`, () =>
    withMain({ width, height }, async (page, seen) => {
      await told(page);
      const box = await page.locator('.wards-picture').boundingBox();
      assert.ok(box.y <= most, `the picture begins at ${box.y}`);
      const words = await page.evaluate(() => {
        const picture = document.querySelector('.wards-picture');
        const text = [];
        const walk = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          if (picture.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break;
          const shown = node.parentElement.checkVisibility() && !node.parentElement.closest('option, .unseen');
          if (shown) text.push(node.textContent);
        }
        return text.join(' ').split(/\s+/).filter(Boolean).length;
      });
      if (width === 400) assert.ok(words <= 90, `${words} words before the picture`);
      await assertFits(page);
      assert.deepEqual(seen, { errors: [], requests: [] });
    }));
}

test('a dead phone: the story is that of the model, and the chance that of the outcome named', () =>
  withTown({}, async (page) => {
    await told(page);
    const events = await page.locator('.chapters li').evaluateAll((all) => all.map((one) => one.dataset.event));
    assert.ok(events.includes('considered'));
    const sentences = await page.locator('.chapters .told').allTextContents();
    assert.ok(sentences.some((one) => /no longer works/.test(one)), sentences.join(' | '));
    assert.match(await page.textContent('.usual'), /In this play [\d,]+ of the [\d,]+ phones counted were dead ones/);
    assert.match(await page.textContent('h1'), /^A dead phone is counted\./);
    const chance = await page.textContent('.chapters .now .chance');
    assert.match(chance, /Chance .*\d+ in 100/);
    await page.locator('.how summary').click();
    assert.match(await page.textContent('.how'), /Rule: /);
  }));

test('the entries are those of the diary, and how usual it is is a count over that play', async () => {
  const engine = await startEngine();
  const play = { spec: { text: 'hyesan-handin', overrides: '' }, seed: '1', replicate: 1, city: 0 };
  const about = engine.answer({ kind: 'describe' });
  const chronicle = engine.answer({ kind: 'chronicle', ...play });
  const run = engine.answer({ kind: 'wards', ...play });
  assert.equal(chronicle.hash, run.hash, 'looking changes nothing');
  const column = (id) => about.observables.findIndex((one) => one.name === id);
  const width = about.observables.length;
  const sum = (id) => {
    let all = 0;
    for (let day = 0; day < run.days; day += 1) all += run.city[day * width + column(id)];
    return all;
  };
  const event = (name) => about.events.findIndex((one) => one.name === name);
  const rows = [];
  for (let at = 0; at < chronicle.entries.length; at += 6) rows.push([...chronicle.entries.subarray(at, at + 6)]);
  const count = (name, outcome) =>
    rows.filter(([, day, which, said]) => day >= 0 && which === event(name) && (outcome === undefined || chronicle.outcomes[said] === outcome)).length;
  assert.equal(count('arrested'), sum('arrested'));
  assert.equal(count('served'), sum('transfers_asked'));
  assert.equal(count('refused_decoy', 'accepted'), sum('decoys_professional') + sum('decoys_family'));
  const leftOut = ['called', 'met', 'heard_of_arrest', 'heard_of_broken_promise'];
  const household = rows.find(([, , which]) => which === event('considered'))[0];
  const diary = engine.answer({ kind: 'diary', ...play, household });
  const kept = diary.entries.filter(({ event: name, outcome }) => !leftOut.includes(name) && outcome !== 'as before');
  const own = rows.filter(([of, , which]) => of === household && !leftOut.includes(about.events[which].name));
  assert.deepEqual(own.map(([, day, which]) => [day, about.events[which].name]), kept.map(({ day, event: name }) => [day, name]));
});

test('what happens next moves the story and the day together, and Earlier brings both back', () =>
  withTown({}, async (page) => {
    await told(page);
    const now = () => page.locator('.chapters li[aria-current="step"]').getAttribute('data-day');
    const heading = () => page.textContent('.day-head h2');
    const [day, date] = [await now(), await heading()];
    const later = page.getByRole('button', { name: 'What happens next' });
    if (await later.isDisabled()) return;
    await later.click();
    assert.ok(Number(await now()) >= Number(day));
    const scrubbed = await page.locator('.scrub').getAttribute('aria-valuenow');
    assert.equal(scrubbed, await now(), 'the day of the picture is that of the entry');
    await page.getByRole('button', { name: 'Earlier' }).click();
    assert.equal(await now(), day);
    assert.equal(await heading(), date);
  }));

test('somebody else like this is told while the answer is still played, and no other day is shown between', () =>
  withMain({}, async (page) => {
    await told(page);
    await page.selectOption('.picker select', 'lost');
    await page.waitForFunction(() => document.querySelector('.chapters li[data-event="served"]'), null, patience);
    await page.evaluate(() => {
      const look = () => globalThis.shown.push(document.querySelector('.day-head h2').textContent);
      globalThis.shown = [];
      look();
      new MutationObserver(look).observe(document.querySelector('.day-head'), { subtree: true, characterData: true, childList: true });
    });
    const first = await page.textContent('.chapters');
    await page.getByRole('button', { name: 'Somebody else like this' }).click();
    await page.waitForFunction(
      (before) => document.querySelector('.chapters li') && document.querySelector('.chapters').textContent !== before,
      first,
      patience,
    );
    assert.notEqual(await page.getAttribute('.answer-card', 'data-state'), 'done', 'it has not waited for the answer');
    const shown = await page.evaluate(() => [...new Set(globalThis.shown)]);
    assert.ok(shown.length <= 2, shown.join(' | '));
  }));

test('days that go by stand still where the reader picks an entry or another story', () =>
  withTown({ reducedMotion: 'no-preference' }, async (page) => {
    await told(page);
    const day = () => page.getAttribute('.scrub', 'aria-valuenow');
    const leaves = (from) =>
      page.waitForFunction((before) => document.querySelector('.scrub').getAttribute('aria-valuenow') !== before, from, patience);
    const entry = page.locator('.chapters li').first();
    const isOf = async (picked) => {
      await picked();
      await page.waitForFunction(() => document.querySelector('.play').getAttribute('aria-pressed') === 'false', null, patience);
      await page.waitForTimeout(300);
    };
    await page.getByRole('button', { name: 'Play' }).click();
    await leaves(await day());
    await isOf(() => entry.locator('.when').click());
    assert.equal(await day(), await entry.getAttribute('data-day'));
    await page.getByRole('button', { name: 'Play' }).click();
    await leaves(await day());
    await isOf(() => page.selectOption('.picker select', 'witness'));
    assert.equal(await day(), await page.locator('.chapters li.now').getAttribute('data-day'));
  }));

test('the keyboard alone: tab, enter, arrow changes the answer, and both are on the screen', () =>
  withTown({ width: 400, height: 640 }, async (page) => {
    await told(page);
    await ranged(page);
    const before = await page.textContent('.answer-card .answer-number');
    assert.equal(await page.textContent('.answer-card [role="status"]'), '', 'nothing is said while it is early');
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'control-homes');
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('.answer-card:is([data-state="nothing"], [data-state="early"])', patience);
    assert.equal(await page.locator('.answer-card .bar-all').count(), 0, 'no bar of two settings');
    await ranged(page);
    assert.notEqual(await page.textContent('.answer-card .answer-number'), before);
    assert.equal(await page.locator('.answer-card .bar-before').count(), 1);
    const visible = await page.evaluate(() =>
      ['.answer-card', '#control-homes'].map((where) => {
        const { top, bottom } = document.querySelector(where).getBoundingClientRect();
        return top >= -1 && bottom <= innerHeight + 1;
      }),
    );
    assert.deepEqual(visible, [true, true]);
  }));

test('a browser that cannot play the city says so, and shows no answer', () =>
  withSmall({ bypassCSP: true }, async (page) => {
    await page.addInitScript(() => {
      delete window.WebAssembly;
    });
    await page.reload();
    const alert = page.getByRole('alert').filter({ hasText: /\S/ });
    await alert.waitFor(patience);
    assert.match(await alert.innerText(), /^This browser cannot play the city: /);
    assert.equal(await page.locator('.answer-card .bar-all').count(), 0);
    assert.deepEqual(await axeFindings(page), []);
  }));

test('under the range stands what the second reading of the reports says, in both languages', () =>
  withSmall({}, async (page, seen) => {
    await page.waitForSelector('.answer-card[data-state="done"]', patience);
    const said = () => page.locator('.answer-notes .second').textContent();
    assert.match(await said(), /^By a second reading of the reports \(each voice as one report, .+\): [\d,.]+ (to [\d,.]+|or more)\.$/);
    await page.locator('button.language').click();
    assert.match(await said(), /^보도를 두 번째 방식\(한 언론사나 기관의 보도는 .+\)으로 읽으면 .*\d.*입니다\.$/);
    assert.deepEqual(seen.errors, []);
  }));

for (const width of [1280, 400]) {
  test(`no control moves under the hand while the answer comes in, ${width} px`, () =>
    withSmall({ width, height: 900 }, async (page) => {
      await page.waitForSelector('.answer-card[data-state="done"]', patience);
      await page.locator('#control-last-day').focus();
      await page.evaluate(() => {
        const card = document.querySelector('.answer-card');
        window.places = [];
        const look = () => {
          const place = document.querySelector('#control-last-day').getBoundingClientRect().top - card.parentElement.getBoundingClientRect().top;
          window.places.push([card.dataset.state, Math.round(place)]);
        };
        new MutationObserver(look).observe(card, { attributes: true });
        look();
      });
      await page.keyboard.press('ArrowLeft');
      await page.waitForFunction(() => window.places.some(([state]) => state === 'early') && window.places.at(-1)[0] === 'done', null, patience);
      const places = await page.evaluate(() => window.places);
      assert.equal(new Set(places.map(([, place]) => place)).size, 1, JSON.stringify(places));
    }));
}

test('the language is switched where the page stands, and nothing that is set is lost', () =>
  withSmall({}, async (page, seen) => {
    await told(page);
    await page.locator('#control-homes').focus();
    await page.keyboard.press('ArrowRight');
    const known = () => page.locator('[data-control="control-homes"] output').textContent();
    await page.waitForFunction(() => /in 100/.test(document.querySelector('[data-control="control-homes"] output').textContent));
    const number = (await known()).match(/[\d.]+/)[0];
    await page.locator('button.language').click();
    assert.equal(await page.getAttribute('html', 'lang'), 'ko');
    assert.match(await known(), new RegExp(`100.*${number}`));
    const text = await page.locator('.first-screen').innerText();
    assert.match(text, /\uc9c0\ub3c4\uac00 \uc544\ub2d9\ub2c8\ub2e4/);
    assert.doesNotMatch(text.replace(/Tumen|TOML|SVG|PNG|CSV/g, ''), /[A-Za-z]{3,}/);
    assert.match(await page.textContent('.awaits'), /\uc6d0\uc5b4\ubbfc/);
    assert.deepEqual(await axeFindings(page), []);
    await page.locator('button.language').click();
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.deepEqual(seen, { errors: [], requests: [] });
  }));

for (const [colorScheme, width] of combinations(['light', 'dark'], [1280, 400])) {
  test(`axe finds nothing on the first screen, ${colorScheme}, ${width} px`, () =>
    withSmall({ colorScheme, width }, async (page) => {
      await told(page);
      assert.deepEqual(await axeFindings(page), []);
      await assertFits(page);
    }));
}

test('while the story is told anew the one that is there says that it is of the setting before', () =>
  withSmall({}, async (page, seen) => {
    await told(page);
    const line = () => page.locator('.day-head p').textContent();
    const day = await line();
    await page.evaluate(() => {
      const place = document.querySelector('.day-head p');
      window.lines = [];
      new MutationObserver(() => window.lines.push(place.textContent)).observe(place, { characterData: true, childList: true, subtree: true });
    });
    await page.locator('#control-last-day').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => window.lines.length > 1 && !/before/.test(window.lines.at(-1)), null, patience);
    const lines = await page.evaluate(() => window.lines);
    assert.equal(lines[0], 'of the setting before');
    assert.match(lines.at(-1), /^day \d+ of \d+ of the drive$/);
    assert.notEqual(await line(), 'of the setting before');
    assert.match(day, /^day \d+ of \d+ of the drive$/);
    assert.deepEqual(seen.errors, []);
  }));

test('with reduced motion there is no play button, and an arrow on the day is a day', () =>
  withSmall({}, async (page) => {
    await told(page);
    assert.equal(await page.locator('.play').count(), 0);
    const scrub = page.locator('.scrub');
    const day = Number(await scrub.getAttribute('aria-valuenow'));
    await scrub.focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(Number(await scrub.getAttribute('aria-valuenow')), day + 1);
    await page.keyboard.press('Home');
    assert.match(await scrub.getAttribute('aria-valuetext'), /day 1 of the drive: [\d,]+ calling, [\d,]+ phones counted/);
  }));

test('no word of ranking, and no mark for a person, can be reached on the first screen', () =>
  withSmall({}, async (page) => {
    await told(page);
    const text = await page.locator('.first-screen').innerText();
    assert.doesNotMatch(text, /\b(best|worst|optimal|ranking|most effective|recommended|replicate|seed|eve|median|parameter|posterior|quantile|decoy)\b/i);
    assert.equal(await page.locator('.wards-picture *').count(), 0, 'the picture has no parts to point at');
  }));

const oathCity = {
  scenario: 'oaths',
  toml: `title = "A small city of oaths"
question = "Who signs?"
start = 2022-08-01
days = 60

[[city]]
name = "hoeryong"
label = "Hoeryong"
residents = 20000

[[oath_drive]]
from = 2022-08-15
to = 2022-09-05
`,
};

test('an oath drive has pictures of its own: oaths signed, and no chart or count of phones', () =>
  withHtml((html) => explorerHtml(html, oathCity), {}, async (page, seen) => {
    await told(page);
    assert.equal(await page.locator('.key-counted').count(), 0);
    assert.equal(await page.locator('.key-signed').count(), 1);
    await ranged(page);
    assert.match(await page.textContent('.answer-notes'), /no count of phones/);
    await page.locator('.all-link a').click();
    await page.waitForSelector('#figure-x-signed', patience);
    assert.equal(await page.locator('#figure-x-handed_in').count(), 0);
    assert.deepEqual(seen.errors, []);
  }));

test('the three pictures stand side by side: counted, changed, told outside', () =>
  withSmall({}, async (page) => {
    await told(page);
    await page.locator('.all-link a').click();
    await page.waitForSelector('.side.told .short', patience);
    const tops = await page.locator('.pictures .side').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    assert.equal(tops.length, 3);
    assert.ok(tops.every((top) => Math.abs(top - tops[0]) < 1));
    assert.match(await page.textContent('.side.told'), /Arrests told outside/);
  }));

test('every scenario that the page offers has its title, in both languages', async () => {
  const engine = await startEngine();
  const { scenarios } = engine.answer({ kind: 'describe' });
  for (const language of ['en', 'ko']) {
    const url = new URL(`../../../texts/${language}/report_first.json`, import.meta.url);
    const { scenarioNames } = JSON.parse(readFileSync(url, 'utf8'));
    assert.deepEqual(scenarios.filter((name) => !scenarioNames[name]), [], language);
  }
});

test('the English names of headlines are those of the model', async () => {
  const engine = await startEngine();
  const url = new URL('../../../texts/en/results.json', import.meta.url);
  const { headlines } = JSON.parse(readFileSync(url, 'utf8'));
  for (const text of ['hyesan-handin', 'hoeryong-oath', 'hyesan-calm']) {
    const run = engine.answer({ kind: 'replicate', spec: { text, overrides: '' }, seed: '1', replicate: 1 });
    for (const { id, label } of run.headlines) assert.equal(headlines[id], label, id);
  }
});
