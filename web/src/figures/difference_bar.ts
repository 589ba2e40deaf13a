// A difference of B and A on shared plays, centred on "same as A", in shares of A so that unlike units fit one
// axis: a pale bar for all that is not known, a solid one for luck alone. A hatched zone is the size below which a
// difference does not matter, where one is stated.
import { doubtOf, spreadFrom } from '../data/first';
import type { ComparedRow, FirstScreen } from '../data/first_screen';
import { stacked } from '../doubt/range_bar';
import { early } from '../doubt/spread';
import { element, nameDrawing } from './svg';

export const reach = 1;

/** In shares of A. */
export function shareOf(row: ComparedRow, value: number): number {
  const a = Math.abs(row.a ?? 0);
  return a > 0 ? value / a : Math.sign(value);
}

const dot = 3;

export function drawDifference(row: ComparedRow, drawn: FirstScreen['drawn'], name: string, width: number): SVGSVGElement {
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
  const { all, luck } = spread.plays < early ? { all: null, luck: null } : doubtOf(row, drawn);
  const bar = (name: string, ends: { lo: number; hi: number }, look: Record<string, string | number>) => {
    const [from, to] = [x(shareOf(row, ends.lo)), x(shareOf(row, ends.hi))];
    return element('rect', { class: name, x: Math.min(from, to), width: Math.max(4, Math.abs(to - from)), ...look });
  };
  const outer = { y: barTop, height: barHeight, rx: 3, fill: `var(--${side}-band)`, stroke: `var(--${side}-edge)` };
  const inner = { y: barTop + (all ? 1 : 0), height: barHeight - (all ? 2 : 0), rx: all ? 0 : 3, fill: `var(--${side}-solid)` };
  if (all) parts.push(bar('bar-all', all, outer));
  if (luck) parts.push(bar('bar-luck', luck, inner));
  parts.push(
    ...dots.map(({ x: cx, level }) =>
      element('circle', { class: 'play-dot', cx, cy: barTop - 5 - Math.min(level, 3) * (2 * dot + 1), r: dot, fill: `var(--${side}-edge)` }),
    ),
    element('line', { class: 'same', x1: x(0), x2: x(0), y1: 0, y2: height, stroke: 'var(--ink)', 'stroke-width': 2 }),
  );
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, parts) as SVGSVGElement;
  nameDrawing(svg, name);
  return svg;
}
