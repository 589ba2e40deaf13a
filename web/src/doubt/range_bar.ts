// A range as a drawing: a pale bar for all that is not known, inside it a solid one for luck alone, twenty dots
// above, and a yardstick. No caps, no whiskers; one meaning for each shade.
import { element, nameDrawing, textWidth } from '../figures/svg';
import { whole } from './range_text';
import type { Doubt } from './spread';

export interface RangeBar {
  doubt: Doubt;
  /** Colours of the row: official, changed or gap. */
  side: 'official' | 'changed' | 'told' | 'gap';
  /** Ends of the axis: the lower one is 0, or below what is. */
  least: number;
  most: number;
  ticks: { at: number; label: string }[];
  /** A value to compare with, drawn as a dotted line, or a diamond. */
  yardstick?: { at: number; label: string; shape: 'line' | 'diamond' };
  /** The range before the last change. */
  before?: { lo: number; hi: number } | null;
  /** Single plays, while there are too few for a bar. */
  plays?: number[];
  luckLabel?: string;
  /** Everything that is drawn, in a sentence. */
  name: string;
  height?: number;
  /** As high with few dots and labels as with many, where what is drawn changes while somebody looks. */
  steady?: { labelRows: number };
}

const left = 6;
const dotSize = 3;
/** Of dots above the bar; what is stacked higher lies on the last one. */
const mostLevels = 4;

/** Dots that would meet stand above one another. */
export function stacked(places: number[], size: number): { x: number; level: number }[] {
  const ends: number[] = [];
  return places.map((x) => {
    let level = ends.findIndex((end) => x - end >= size);
    if (level < 0) level = ends.length;
    ends[level] = x;
    return { x, level };
  });
}

export function axisMost(values: number[]): number {
  const finite = values.filter(Number.isFinite);
  const most = Math.max(1, ...finite);
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= most * 1.02) ?? 10 * power;
}

/** The lower end: 0, but where something lies below it. */
export function axisLeast(values: number[]): number {
  const least = Math.min(0, ...values.filter(Number.isFinite));
  return least < 0 ? -axisMost([-least]) : 0;
}

/** Of the axis at which a lower end stands apart from 0 under a phone's card. */
const roomForLeast = 0.15;

/** `places` from 0 on, and the lower end where there is one; its number stands where it has room beside the 0. */
export function axisTicks(least: number, most: number, places: number[]): { at: number; label: string }[] {
  const ticks = places.map((at) => ({ at, label: whole(at) }));
  if (least === 0) return ticks;
  return [{ at: least, label: -least > roomForLeast * (most - least) ? whole(least) : '' }, ...ticks];
}

function colours(side: RangeBar['side']) {
  return { solid: `var(--${side}-solid)`, edge: `var(--${side}-edge)`, band: `var(--${side}-band)` };
}

interface Box {
  x1: number;
  x2: number;
}

/** Labels under the axis, left to right, each stepping down where it would meet the one before. */
function labelRow(labels: { x: number; text: string; strong: boolean }[], y: number, width: number): Node[] {
  const rows: Box[][] = [];
  return labels.map(({ x, text, strong }) => {
    const half = textWidth(text, 13) / 2;
    const middle = Math.min(Math.max(x, half + 1), width - half - 1);
    const box = { x1: middle - half - 6, x2: middle + half + 6 };
    let row = rows.findIndex((boxes) => boxes.every((one) => one.x2 <= box.x1 || one.x1 >= box.x2));
    if (row < 0) row = rows.push([]) - 1;
    rows[row]?.push(box);
    return element(
      'text',
      { x: middle, y: y + row * 17, 'text-anchor': 'middle', fill: strong ? 'var(--ink)' : 'var(--muted)' },
      [text],
    );
  });
}

export function drawRange(bar: RangeBar, width: number): SVGSVGElement {
  const { doubt, least, most, side, ticks, yardstick, before, plays } = bar;
  const colour = colours(side);
  const right = width - 8;
  const x = (value: number) => left + ((Math.min(Math.max(value, least), most) - least) / (most - least)) * (right - left);
  const shown = plays ?? doubt.all?.dots ?? [];
  const inside = shown.filter((value) => value <= most && value >= least).sort((a, b) => a - b);
  const dots = stacked(inside.map(x), 2 * dotSize + 1);
  const levels = bar.steady ? mostLevels : Math.min(mostLevels, 1 + Math.max(0, ...dots.map(({ level }) => level)));
  const barTop = 8 + levels * (2 * dotSize + 1);
  const barHeight = 16;
  const base = barTop + barHeight + 5;
  const parts: Node[] = [];
  for (const { at } of ticks)
    parts.push(element('line', { x1: x(at), x2: x(at), y1: 4, y2: base, stroke: 'var(--grid)' }));
  parts.push(element('line', { x1: left, x2: right, y1: base, y2: base, stroke: 'var(--grid)' }));
  if (doubt.all) {
    const { lo, hi } = doubt.all;
    parts.push(
      element('rect', {
        class: 'bar-all',
        x: x(lo),
        y: barTop,
        width: Math.max(3, x(hi) - x(lo)),
        height: barHeight,
        rx: 3,
        fill: colour.band,
        stroke: colour.edge,
      }),
    );
  }
  if (doubt.luck) {
    const { lo, hi } = doubt.luck;
    parts.push(
      element('rect', {
        class: 'bar-luck',
        x: x(lo),
        y: barTop + 1,
        width: Math.max(4, x(hi) - x(lo)),
        height: barHeight - 2,
        fill: colour.solid,
      }),
    );
  }
  if (before) {
    parts.push(
      element('rect', {
        class: 'bar-before',
        x: x(before.lo),
        y: barTop - 3,
        width: Math.max(3, x(before.hi) - x(before.lo)),
        height: barHeight + 6,
        rx: 4,
        fill: 'none',
        stroke: 'var(--ink)',
        'stroke-width': 1.5,
        'stroke-dasharray': '4 3',
      }),
    );
  }
  for (const { x: cx, level } of dots)
    parts.push(
      element('circle', {
        class: 'play-dot',
        cx,
        cy: barTop - 5 - Math.min(level, mostLevels - 1) * (2 * dotSize + 1),
        r: dotSize,
        fill: colour.edge,
      }),
    );
  if (yardstick && yardstick.at <= most) {
    const at = x(yardstick.at);
    parts.push(
      yardstick.shape === 'line'
        ? element('line', {
            class: 'yardstick',
            x1: at,
            x2: at,
            y1: 2,
            y2: base,
            stroke: 'var(--ink)',
            'stroke-width': 2,
            'stroke-dasharray': '2 3',
          })
        : element('path', {
            class: 'yardstick',
            d: `M${at} ${barTop + 1}l7 7l-7 7l-7 -7z`,
            fill: 'var(--paper)',
            stroke: 'var(--ink)',
            'stroke-width': 1.75,
          }),
    );
  }
  const labels = ticks.filter(({ label }) => label).map(({ at, label }) => ({ x: x(at), text: label, strong: false }));
  if (bar.luckLabel && doubt.luck)
    labels.push({ x: (x(doubt.luck.lo) + x(doubt.luck.hi)) / 2, text: bar.luckLabel, strong: true });
  if (yardstick?.label && yardstick.at <= most)
    labels.push({ x: x(yardstick.at), text: yardstick.label, strong: false });
  const texts = labelRow(labels, base + 15, width);
  const used = labels.length === 0 ? 0 : 1 + Math.max(...texts.map((one) => (Number((one as Element).getAttribute('y')) - base - 15) / 17));
  const rows = Math.max(used, bar.steady?.labelRows ?? 0);
  const height = bar.height ?? base + 4 + rows * 17;
  const svg = element(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': 13, 'font-family': 'var(--sans)' },
    [...parts, ...texts],
  ) as SVGSVGElement;
  nameDrawing(svg, bar.name);
  return svg;
}
