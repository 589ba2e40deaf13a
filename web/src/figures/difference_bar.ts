// A difference of B and A on shared plays, centred on "same as A", in shares of A so that unlike units fit one
// axis; a hatched zone is the size below which a difference does not matter, where one is stated.
import type { ComparedRow } from '../data/first';
import { spreadFrom } from '../data/first';
import { stacked } from '../doubt/range_bar';
import { element, nameDrawing } from './svg';

export const reach = 1;

/** In shares of A. */
export function shareOf(row: ComparedRow, value: number): number {
  const a = Math.abs(row.a ?? 0);
  return a > 0 ? value / a : Math.sign(value);
}

const dot = 3;

export function drawDifference(row: ComparedRow, name: string, width: number): SVGSVGElement {
  const side = row.row;
  const spread = spreadFrom(row.spread);
  const left = 6;
  const right = width - 6;
  const x = (share: number) => {
    const held = Math.min(reach, Math.max(-reach, share));
    return left + ((held + reach) / (2 * reach)) * (right - left);
  };
  const dots = stacked(
    spread.dots.filter(Number.isFinite).map((value) => x(shareOf(row, value))).sort((a, b) => a - b),
    2 * dot + 1,
  );
  const barTop = 32;
  const barHeight = 16;
  const height = barTop + barHeight + 10;
  const parts: Node[] = [-1, -0.5, 0.5, 1].map((at) =>
    element('line', { x1: x(at), x2: x(at), y1: 0, y2: height, stroke: 'var(--grid)' }),
  );
  if (row.small !== null && row.small !== undefined) {
    const zone = Math.abs(shareOf(row, row.small));
    const id = `hatch-${row.id}`;
    parts.unshift(
      element('defs', {}, [
        element('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, [
          element('line', { x1: 0, x2: 0, y1: 0, y2: 6, stroke: 'var(--gap-edge)', 'stroke-opacity': 0.5 }),
        ]),
      ]),
      element('rect', { class: 'small-zone', x: x(-zone), y: 0, width: x(zone) - x(-zone), height, fill: `url(#${id})` }),
    );
  }
  const from = x(shareOf(row, spread.lo));
  const to = x(shareOf(row, spread.hi));
  parts.push(
    element('rect', {
      class: 'bar-luck',
      x: Math.min(from, to),
      y: barTop,
      width: Math.max(4, Math.abs(to - from)),
      height: barHeight,
      rx: 3,
      fill: `var(--${side}-solid)`,
    }),
    ...dots.map(({ x: cx, level }) =>
      element('circle', { class: 'play-dot', cx, cy: barTop - 5 - Math.min(level, 3) * (2 * dot + 1), r: dot, fill: `var(--${side}-edge)` }),
    ),
    element('line', { class: 'same', x1: x(0), x2: x(0), y1: 0, y2: height, stroke: 'var(--ink)', 'stroke-width': 2 }),
  );
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, parts) as SVGSVGElement;
  nameDrawing(svg, name);
  return svg;
}
