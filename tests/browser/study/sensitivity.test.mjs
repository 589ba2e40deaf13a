// "Which assumptions matter most" of a report, filled with a made-up analysis of each method.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSensitivity } from '../support/fixture_sensitivity.mjs';
import { assertAccessible, startPages } from '../support/pages.mjs';

const pages = startPages();

function withMethod(method, body, options = {}) {
  const sensitivity = makeSensitivity(method);
  const path = pages.folder.page(`${method}.html`, { change: { sensitivity } });
  return pages.withFile(path, options, (page, seen) => body(page, sensitivity, seen));
}

for (const method of ['morris', 'sobol']) {
  test(`${method}: every parameter has a mark with its interval, and the floor is a line`, () =>
    withMethod(method, async (page, { headlines }, seen) => {
      const drawing = page.locator('#figure-sensitivity-stopped_calling .chart svg').first();
      const words = await drawing.evaluate((svg) =>
        [...svg.querySelectorAll('text')].map((text) => text.textContent),
      );
      const names = headlines[0].factors.map(({ name }) => name);
      for (const name of names) assert.ok(words.includes(`Meaning of ${name}`), name);
      assert.ok(words.includes('Monte Carlo noise'));
      assert.equal(await drawing.locator('.floor line').count(), 1);
      const dots = await drawing.locator('.mark > *').count();
      assert.equal(dots, names.length * (method === 'sobol' ? 2 : 1));
      const label = await drawing.getAttribute('aria-label');
      assert.match(label, /People who stopped calling/);
      assert.equal(method === 'sobol', /first order/.test(label));
      assert.deepEqual(seen.errors, []);
    }));

  test(`${method}: the table behind the figure has ranks, intervals and the dummy`, () =>
    withMethod(method, async (page, { headlines }) => {
      const figure = page.locator('#figure-sensitivity-stopped_calling');
      await figure.locator('summary').click();
      await figure.locator('tbody tr').first().waitFor();
      const rows = await figure.locator('tbody tr').allTextContents();
      assert.equal(rows.length, headlines[0].factors.length + 1);
      assert.match(rows[0], /promise_breach/);
      assert.match(rows[1], /2 to 3/);
      assert.match(rows[2], /not told from nothing/);
      assert.match(rows[3], /dummy \(Monte Carlo noise\)/);
      assert.match(rows[3], /the floor/);
    }));
}

test('the growth of the design, what was varied and the other headlines stand below', () =>
  withMethod('sobol', async (page) => {
    const section = page.locator('#sensitivity');
    const heads = await section.locator('thead th').allTextContents();
    for (const samples of ['16 samples', '32 samples', '64 samples', '128 samples'])
      assert.ok(heads.includes(samples), samples);
    await section.locator('summary', { hasText: 'What was varied' }).click();
    await section.getByText(/beyond the evidence/).first().waitFor();
    assert.match(await section.innerText(), /beyond the evidence/);
    await section.locator('summary', { hasText: 'People arrested' }).click();
    await section.getByText(/People arrested: none of 3 parameters/).first().waitFor();
    assert.match(await section.innerText(), /People arrested: none of 3 parameters/);
    assert.match(await section.innerText(), /2 of 7 runs failed/);
  }));

test('Morris has his own picture beside it, Sobol has not', async () => {
  await withMethod('morris', async (page) => {
    const words = await page
      .locator('#figure-scatter-stopped_calling .chart svg text')
      .allTextContents();
    assert.ok(words.includes('promise_breach'));
  });
  await withMethod('sobol', async (page) =>
    assert.equal(await page.locator('#figure-scatter-stopped_calling').count(), 0),
  );
});

/** Names and dots of Morris's picture as Chromium drew them; and what sticks out of the drawing. */
async function drawnNames(page) {
  return page.locator('#figure-scatter-stopped_calling .chart svg').evaluate((svg) => {
    const boxes = (selector) => [...svg.querySelectorAll(selector)].map((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      return { name: part.textContent, left, top, right, bottom };
    });
    const frame = svg.getBoundingClientRect();
    const names = boxes('.point-names text');
    const out = names.filter(({ left, right }) => left < frame.left || right > frame.right);
    return { names, dots: boxes('circle'), out };
  });
}

const covers = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

for (const width of [1280, 360]) {
  test(`names of points near each other do not cover one another, ${width} px`, () => {
    const sensitivity = makeSensitivity('morris', { crowd: 12 });
    const path = pages.folder.page(`crowd-${width}.html`, { change: { sensitivity } });
    return pages.withFile(path, { width }, async (page) => {
      const { names, dots, out } = await drawnNames(page);
      assert.equal(names.length, 12);
      assert.equal(dots.length, 12);
      assert.deepEqual(out, []);
      names.forEach((one, i) => {
        for (const other of names.slice(i + 1))
          assert.ok(!covers(one, other), `${one.name} on ${other.name}`);
        assert.ok(!dots.some((dot) => covers(one, dot)), `${one.name} on a dot`);
      });
    });
  });
}

test('it can be used without seeing it, wide and narrow', async () => {
  for (const width of [1280, 360]) await withMethod('morris', assertAccessible, { width });
});

test('a report without an analysis has no such part', () =>
  pages.withFile(pages.folder.page('plain.html', {}), {}, async (page) =>
    assert.equal(await page.locator('#sensitivity').count(), 0),
  ));
