// Boxes and lines in pixels: what a label may not lie upon.

export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A straight line between two places. */
export type Line = Box;

export function overlap(one: Box, other: Box): boolean {
  return one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2;
}

export function within(inner: Box, outer: Box): boolean {
  return (
    inner.x1 >= outer.x1 && inner.x2 <= outer.x2 && inner.y1 >= outer.y1 && inner.y2 <= outer.y2
  );
}

/** Whether a part of the line lies inside the box: what is left of it after each side has cut. */
export function meets({ x1, y1, x2, y2 }: Line, box: Box): boolean {
  const sides: [number, number][] = [
    [x1 - x2, x1 - box.x1],
    [x2 - x1, box.x2 - x1],
    [y1 - y2, y1 - box.y1],
    [y2 - y1, box.y2 - y1],
  ];
  let from = 0;
  let to = 1;
  for (const [step, room] of sides) {
    if (step === 0 && room <= 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from < to;
}

/** On which side of the line the place lies: the sign says it. */
function side({ x1, y1, x2, y2 }: Line, x: number, y: number): number {
  return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
}

export function cross(one: Line, other: Line): boolean {
  return (
    side(one, other.x1, other.y1) * side(one, other.x2, other.y2) < 0 &&
    side(other, one.x1, one.y1) * side(other, one.x2, one.y2) < 0
  );
}
