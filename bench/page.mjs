// How fast the explorer is, in Chromium, from disk: first paint, the first sign of a change, the first range, the
// whole answer, and frames a second while days play with all wards of a city. Every figure is checked before it is
// told: days must have gone by, and the answer must be another one.
//
//   node bench/page.mjs              prints the lines of a table; TUMEN_SLOWER=4 slows the processor down
//   TUMEN_ONLY=page                  paint and frames alone, without the answer's plays
//   TUMEN_MOVES=3                    how often each control is moved, in each of two ways: at once to a far value, by tenths
//                                    of its range from one end; and by one step after a pause, on and on in one direction
//   TUMEN_WAYS=far,next              these alone
//   TUMEN_CONTROLS=last-day,promise  these alone
//   TUMEN_PAUSE=3000                 milliseconds that a reader looks at a range before the next step
//   TUMEN_SCENARIO=hoeryong-oath     another campaign than hyesan-handin
//
// Times hang on what else the machine does. Beside them stands the processor's time of the page's main thread, which does
// not: what opening the page and drawing one frame cost.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { launch, open, pageFolder } from '../tests/browser/support/browser.mjs';
import { explorerHtml } from '../tests/browser/support/explorer.mjs';

const patience = { timeout: 600_000 };
const seconds = 5;
const slower = Number(process.env.TUMEN_SLOWER ?? '1');

/** Seconds of the processor that the main thread has used so far. */
async function worked(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

const row = (figure, value, limit) => console.log(`| page | ${figure}: ${value} | ${limit} |`);

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function firstPaint(page) {
  const [at] = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime));
  assert.ok(at > 0);
  row('first paint from disk', `${(at / 1000).toFixed(2)} s`, '0.5 s');
}

/** Milliseconds between frames while the days play. */
async function frames(page, client) {
  const scrub = page.locator('.scrub');
  await page.locator('.speed select').selectOption('fast');
  await page.waitForSelector('.play:not([disabled])', patience);
  await scrub.focus();
  await page.keyboard.press('Home');
  const from = Number(await scrub.getAttribute('aria-valuenow'));
  await page.locator('.play').click();
  const before = await worked(client);
  const gaps = await page.evaluate(
    (long) =>
      new Promise((done) => {
        const all = [];
        let before = performance.now();
        const end = before + long;
        const frame = (now) => {
          all.push(now - before);
          before = now;
          if (now < end) requestAnimationFrame(frame);
          else done(all.slice(1));
        };
        requestAnimationFrame(frame);
      }),
    1000 * seconds,
  );
  const cost = (await worked(client)) - before;
  await page.locator('.play').click();
  const to = Number(await scrub.getAttribute('aria-valuenow'));
  assert.ok(to > from, 'no day went by');
  const wards = await page.evaluate(() => document.querySelector('.wards-picture').getBoundingClientRect().width);
  assert.ok(wards > 0);
  const rate = (1000 / (gaps.reduce((sum, one) => sum + one, 0) / gaps.length)).toFixed(0);
  row(
    `frames while ${to - from} days play, every ward drawn`,
    `${rate} a second, middle gap ${middle(gaps).toFixed(1)} ms, longest ${Math.max(...gaps).toFixed(0)} ms`,
    'at least 30 a second',
  );
  row("the main thread's processor time for a frame", `${((1000 * cost) / gaps.length).toFixed(1)} ms`, '33 ms');
}

/** Seconds of the processor that the page's process has used so far, its workers included. */
async function workedInAll(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Until as many dots as are asked for within 0.3 s. */
const dotsAsked = 32;

/** From now on: when the first dot of another answer is there, when 32 are, and when there is a range, or the whole answer. */
function watch(page, last = ['bar', 'done']) {
  return page.evaluate(([wanted, states]) => {
    const card = document.querySelector('.answer-card');
    const { asked } = card.dataset;
    window.benchTimes = new Promise((done) => {
      const at = {};
      let from = null;
      document.addEventListener('keydown', () => (from ??= performance.now()), { capture: true, once: true });
      const look = () => {
        if (from === null) return;
        const { state } = card.dataset;
        const plays = Number(card.dataset.plays);
        const now = performance.now() - from;
        if (card.dataset.asked === asked) return;
        if (plays > 0) at.dots ??= now;
        if (plays >= wanted) at.dots32 ??= now;
        if (!states.includes(state)) return;
        observer.disconnect();
        done({ ...at, last: now });
      };
      const observer = new MutationObserver(look);
      observer.observe(card, { attributes: true });
    });
  }, [dotsAsked, last]);
}

const pause = Number(process.env.TUMEN_PAUSE ?? '3000');
const ways = (process.env.TUMEN_WAYS ?? 'far,next').split(',');
const movesOfEach = Number(process.env.TUMEN_MOVES ?? '3');
const inSeconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
const share = (values, p) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))];

/**
 * Keys that move a control so often, never to where it was before: a slider far by tenths from one of its ends, or to the
 * next step again and again, away from its nearer end. A choice has two options: it goes to and fro, and back is where it was.
 */
async function keysOf(control, way, count) {
  const { isRange, upper } = await control.evaluate((input) => ({
    isRange: input.type === 'range',
    upper: Number(input.value) - Number(input.min) > Number(input.max) - Number(input.value),
  }));
  if (!isRange) return Array.from({ length: count }, (_, move) => (move % 2 === 0 ? 'ArrowLeft' : 'ArrowRight'));
  if (way === 'next') return new Array(count).fill(upper ? 'ArrowLeft' : 'ArrowRight');
  return ['Home', ...new Array(count - 1).fill('PageUp')];
}

/** Each control in one way: times and costs of its moves. */
async function moveAll(page, session, way, moved, seen) {
  const all = [];
  for (const { id, name } of moved) {
    const control = page.locator(id ? `[id="${id}"]` : `input[name="${name}"]:checked`);
    await control.focus();
    const of = [];
    for (const key of await keysOf(control, way, movesOfEach)) {
      if (way === 'next') await page.waitForTimeout(pause);
      await control.focus();
      await watch(page);
      const before = await workedInAll(session);
      await page.keyboard.press(key);
      const at = await page.evaluate(() => window.benchTimes);
      of.push({ ...at, cost: (await workedInAll(session)) - before });
      seen.add(await page.textContent('.answer-card .answer-number'));
    }
    all.push(...of);
    const times = of.map(({ dots32 }) => dots32);
    row(`${id || name}, ${said[way]}: ${dotsAsked} dots, ${of.length} moves, at a load of ${loadavg()[0].toFixed(1)}`, `middle ${inSeconds(middle(times))}, 95 of 100 ${inSeconds(share(times, 0.95))}`, '0.3 s');
  }
  return all;
}

/** The whole answer after each control was moved by a tenth of its range: all of its plays, each to its end. */
async function wholeAnswers(page, moved) {
  const times = [];
  await page.waitForSelector('.answer-card[data-state="done"]', patience);
  for (const { id, name } of moved) {
    const control = page.locator(id ? `[id="${id}"]` : `input[name="${name}"]:checked`);
    const [step] = await keysOf(control, 'next', 1);
    await control.focus();
    await watch(page, ['done']);
    await page.keyboard.press({ ArrowRight: 'PageUp', ArrowLeft: id ? 'PageDown' : 'ArrowLeft' }[step]);
    times.push((await page.evaluate(() => window.benchTimes)).last);
  }
  const plays = await page.getAttribute('.answer-card', 'data-plays');
  row(`the whole answer (${plays} plays), ${times.length} controls moved by a tenth, at a load of ${loadavg()[0].toFixed(1)}`, `middle ${inSeconds(middle(times))}, longest ${inSeconds(Math.max(...times))}`, '5 s');
}

const said = { far: 'far and at once', next: `a step after ${pause / 1000} s` };

async function answers(page, session) {
  await page.waitForSelector('.answer-card[data-state="done"]', patience);
  const seen = new Set([await page.textContent('.answer-card .answer-number')]);
  const controls = await page.locator('.change .control, .change fieldset').evaluateAll((all) =>
    all.map((one) => {
      const input = one.querySelector('input[type="range"]') ?? one.querySelector('input:checked');
      return { id: input?.id || '', name: input?.name || '' };
    }).filter(({ id, name }) => id || name),
  );
  assert.ok(controls.length >= 3, JSON.stringify(controls));
  const wanted = process.env.TUMEN_CONTROLS?.split(',');
  const moved = controls.filter(({ id, name }) => wanted?.some((one) => `control-${one}` === (id || name)) ?? true);
  assert.ok(moved.length > 0, JSON.stringify(controls));
  for (const way of ways) {
    const all = await moveAll(page, session, way, moved, seen);
    const load = loadavg()[0].toFixed(1);
    for (const [part, what, limit] of [['dots', 'first dots', '0.1 s'], ['dots32', `${dotsAsked} dots`, '0.3 s'], ['last', 'first range (64 plays)', '1 s']]) {
      const times = all.map((one) => one[part]);
      row(`${what}, ${said[way]}, ${times.length} moves of ${moved.length} controls, at a load of ${load}`, `middle ${inSeconds(middle(times))}, 95 of 100 ${inSeconds(share(times, 0.95))}`, limit);
    }
    row(`processor time from a change to a range, ${said[way]}`, `${middle(all.map(({ cost }) => cost)).toFixed(2)} s`, '-');
  }
  assert.ok(seen.size > 1, 'nothing changed');
  await wholeAnswers(page, moved);
}

const browser = await launch();
const folder = pageFolder();
try {
  const path = folder.raw('explorer.html', (html) => explorerHtml(html, process.env.TUMEN_SCENARIO ? { scenario: process.env.TUMEN_SCENARIO } : {}));
  row('the page without results', `${(statSync(path).size / 1e6).toFixed(2)} MB`, '2 MB');
  const { page, close } = await open(browser, path, { width: 1280, height: 800, reducedMotion: 'no-preference' });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (slower > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.waitForSelector('.chapters li[aria-current="step"]', patience);
  await firstPaint(page);
  await frames(page, client);
  if (process.env.TUMEN_ONLY !== 'page') await answers(page, await browser.newBrowserCDPSession());
  await close();
} finally {
  await browser.close();
  folder.remove();
}
