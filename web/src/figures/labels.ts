// Places the names of points in a picture so that none covers another name or a point. Each takes the nearest
// place that is free, in the order given; where that is not beside its point, a thin line leads to it.
import { cross, meets, overlap, within, type Box, type Line } from './boxes';

export interface Named {
  name: string;
  /** The point, in pixels. */
  x: number;
  y: number;
  /** Of the name as it is written. */
  width: number;
}

export interface Place {
  name: string;
  box: Box;
  /** From the point to the name, where they do not touch. */
  leader: Line | null;
}

export interface Ground {
  /** No name leaves it. */
  frame: Box;
  /** Points, named or not; no name covers one. */
  points: { x: number; y: number }[];
  /** Better not covered: intervals, the floor. */
  lines: Line[];
}

export const nameHeight = 14;
const pointRadius = 6;
const nearest = 8;
const step = 6;
const directions = 24;
/** A name up to here from its point needs no leader. */
const beside = 10;
/** Pixels that a name would rather go further away. */
const dearLine = 5;
const dearAlong = 40;
const dearPoint = 20;
const dearCrossing = 60;
const dearName = 200;
const rounds = 4;

function pointBox({ x, y }: { x: number; y: number }): Box {
  return { x1: x - pointRadius, y1: y - pointRadius, x2: x + pointRadius, y2: y + pointRadius };
}

/** Above, right, left, below, then between them: the order decides among equally good places. */
const angles: number[] = (() => {
  const all = Array.from({ length: directions }, (_, i) => i);
  const quarter = directions / 4;
  const first = [quarter, 0, 2 * quarter, 3 * quarter];
  return [...first, ...all.filter((i) => !first.includes(i))].map(
    (i) => (2 * Math.PI * i) / directions,
  );
})();

/** The name in this direction, so that a gap of `reach` pixels lies between its box and the point. */
function boxAt({ x, y, width }: Named, angle: number, reach: number): Box {
  const cx = x + Math.cos(angle) * (width / 2 + reach);
  const cy = y - Math.sin(angle) * (nameHeight / 2 + reach);
  const [dx, dy] = [width / 2, nameHeight / 2];
  return { x1: cx - dx, y1: cy - dy, x2: cx + dx, y2: cy + dy };
}

function leaderTo({ x, y }: Named, box: Box): Line | null {
  const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const [x2, y2] = [clamp(x, box.x1, box.x2), clamp(y, box.y1, box.y2)];
  return Math.hypot(x2 - x, y2 - y) > beside ? { x1: x, y1: y, x2, y2 } : null;
}

/** Whether a leader could be taken for a part of the line: the line runs through the leader's middle. */
function isAlong(leader: Line, line: Line): boolean {
  const [x, y] = [(leader.x1 + leader.x2) / 2, (leader.y1 + leader.y2) / 2];
  return meets(line, { x1: x - 2, y1: y - 2, x2: x + 2, y2: y + 2 });
}

function count<T>(list: T[], holds: (one: T) => boolean): number {
  return list.filter(holds).length;
}

/** What a place costs in pixels; nothing where it cannot be taken. */
function cost(place: Place, reach: number, ground: Ground, taken: Place[]): number | null {
  const { box, leader } = place;
  if (!within(box, ground.frame)) return null;
  if (ground.points.some((point) => overlap(box, pointBox(point)))) return null;
  if (taken.some((one) => overlap(box, one.box))) return null;
  const under = count(taken, (one) => one.leader !== null && meets(one.leader, box));
  const covered = count(ground.lines, (line) => meets(line, box));
  const price = reach + dearLine * covered + dearName * under;
  if (!leader) return price;
  // Its own point is one of those passed.
  const passed = count(ground.points, (point) => meets(leader, pointBox(point))) - 1;
  const crossed = count(taken, (one) => one.leader !== null && cross(leader, one.leader));
  const behind = count(taken, (one) => meets(leader, one.box));
  const along = count(ground.lines, (line) => isAlong(leader, line));
  const others = dearPoint * passed + dearCrossing * crossed + dearName * behind;
  return price + dearAlong * along + others;
}

function bestPlace(point: Named, ground: Ground, taken: Place[]): Place | null {
  const { frame } = ground;
  const furthest = Math.hypot(frame.x2 - frame.x1, frame.y2 - frame.y1);
  let best: Place | null = null;
  let least = Infinity;
  // A place further away than the best one's cost cannot be better.
  for (let reach = nearest; reach <= Math.min(furthest, least); reach += step) {
    for (const angle of angles) {
      const box = boxAt(point, angle, reach);
      const place = { name: point.name, box, leader: leaderTo(point, box) };
      const price = cost(place, reach, ground, taken);
      if (price !== null && price < least) [best, least] = [place, price];
    }
  }
  return best;
}

/**
 * In the order given, the most important first; a name for which there is no room is left out. Then each is
 * placed again, a few times, now that the places of the others are known.
 */
export function placeNames(named: Named[], ground: Ground): Place[] {
  const places: (Place | null)[] = named.map(() => null);
  for (let round = 0; round < rounds; round += 1) {
    named.forEach((point, at) => {
      const others = places.flatMap((place, i) => (place && i !== at ? [place] : []));
      places[at] = bestPlace(point, ground, others);
    });
  }
  return places.flatMap((place) => place ?? []);
}
