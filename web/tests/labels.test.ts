// Names beside points: none covers another name or a point, none leaves the frame.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from '../src/figures/svg';
import { cross, meets, overlap, within, type Box } from '../src/figures/boxes';
import { nameHeight, placeNames, type Ground, type Named } from '../src/figures/labels';

const box = (x1: number, y1: number, x2: number, y2: number): Box => ({ x1, y1, x2, y2 });

test('boxes that only touch do not overlap, and a line that passes a box is not in it', () => {
  assert.equal(overlap(box(0, 0, 10, 10), box(10, 0, 20, 10)), false);
  assert.equal(overlap(box(0, 0, 10, 10), box(9, 9, 20, 20)), true);
  assert.equal(meets(box(-5, 5, 15, 5), box(0, 0, 10, 10)), true);
  assert.equal(meets(box(-5, 11, 15, 11), box(0, 0, 10, 10)), false);
  assert.equal(meets(box(12, -5, 30, 20), box(0, 0, 10, 10)), false);
  assert.equal(meets(box(4, 4, 6, 6), box(0, 0, 10, 10)), true);
  assert.equal(cross(box(0, 0, 10, 10), box(0, 10, 10, 0)), true);
  assert.equal(cross(box(0, 0, 10, 10), box(20, 0, 30, 10)), false);
});

const wide: Ground = { frame: box(60, 34, 1258, 298), points: [], lines: [] };

test('a point on its own has its name above it, without a leader', () => {
  const one: Named = { name: 'fee_base', x: 400, y: 200, width: 60 };
  const [place] = placeNames([one], { ...wide, points: [one] });
  assert.deepEqual(place, {
    name: 'fee_base',
    box: box(370, 200 - 8 - nameHeight, 430, 192),
    leader: null,
  });
});

test('a name goes beside its point where the frame ends above it', () => {
  const one: Named = { name: 'fee_base', x: 400, y: 45, width: 60 };
  const [place] = placeNames([one], { ...wide, points: [one] });
  assert.ok(place && within(place.box, wide.frame));
  assert.equal(place.box.x1, 408);
  assert.equal(place.leader, null);
});

/** Twenty points in the lower left corner, where Morris's picture has its crowd. */
function crowd(frame: Box, width: number): Named[] {
  return Array.from({ length: 20 }, (_, i) => ({
    name: `smuggler_household${String.fromCharCode(97 + i)}`,
    x: frame.x1 + ((i * 61) % 97) * 0.9,
    y: frame.y2 - ((i * 37) % 89) * 0.8,
    width,
  }));
}

// As the figure is drawn on a page of 1280 pixels, on paper, and on a page of 360 pixels, where names of 19
// letters would fill the frame.
for (const [right, width] of [
  [966, 133],
  [658, 133],
  [326, 90],
] as const) {
  test(`a crowd of twenty has twenty names and none covers anything, up to ${right} pixels`, () => {
    const frame = box(62, 34, right, 298);
    const named = crowd(frame, width);
    const ground = { frame, points: named, lines: [box(90, 34, 90, 298)] };
    const places = placeNames(named, ground);
    assert.equal(places.length, 20);
    places.forEach((one, i) => {
      assert.ok(within(one.box, frame), one.name);
      const dots = named.map(({ x, y }) => box(x - 4.5, y - 4.5, x + 4.5, y + 4.5));
      assert.ok(!dots.some((dot) => overlap(one.box, dot)), one.name);
      for (const other of places.slice(i + 1)) {
        assert.ok(!overlap(one.box, other.box), `${one.name} on ${other.name}`);
      }
      if (!one.leader) return;
      const point = named.find(({ name }) => name === one.name);
      const { x1, y1, x2, y2 } = one.leader;
      assert.deepEqual([x1, y1], [point?.x, point?.y], 'it begins at its own point');
      assert.ok(within(box(x2, y2, x2, y2), one.box), 'and ends at its own name');
    });
    assert.ok(places.some(({ leader }) => leader !== null));
    assert.deepEqual(placeNames(crowd(frame, width), ground), places, 'the same again');
  });
}

test('names without room are left out, the last first', () => {
  const frame = box(0, 0, 140, 34);
  const named = crowd(frame, 133).map((one) => ({ ...one, x: 70, y: 30 }));
  const places = placeNames(named, { frame, points: named, lines: [] });
  assert.deepEqual(
    places.map(({ name }) => name),
    [named[0]?.name],
  );
});

test('Korean takes more room than as many Latin letters', () => {
  assert.ok(Math.abs(textWidth('\ud55c \uba85\uc5d0 \ud55c \ub300', 13) - 13 * (5 * 0.98 + 3 * 0.58)) < 1e-9);
  assert.equal(textWidth('one each', 10), 10 * 8 * 0.58);
});
