// A headline over the values of one parameter: means of the points with 95 % intervals.
import * as Plot from '@observablehq/plot';
import { isPercent, shown } from '../data/numbers';
import type { SweepDot, SweepFactor, SweepHeadline } from '../data/sweep';
import { texts } from '../text';
import { choiceOf, dateOf, nameOf } from '../text/varied';
import { dateTick } from './date_axis';
import { nameDrawing, textWidth } from './svg';
import { letters } from './style';
import { wrapped } from './wrapped';

function unitName(unit: string): string {
  return isPercent(unit) ? '%' : (texts.units[unit] ?? unit);
}

/** Where a value stands: rivals have no order, dates are days. */
function placeOf(factor: SweepFactor, value: number): string | Date | number {
  if (factor.unit === 'rival') return choiceOf(factor, value);
  return factor.unit === 'date' ? dateOf(value) : (shown(value, factor.unit) ?? Number.NaN);
}

const size = 13;

function axisOf(factor: SweepFactor, room: number): Plot.ScaleOptions {
  const unit = ` (${unitName(factor.unit)})`;
  const name = (after: string) => wrapped(nameOf(factor), size, room - textWidth(after, size), 1) + after;
  const label = { label: name(''), labelArrow: 'none' as const, labelAnchor: 'right' as const };
  if (factor.unit === 'rival') return { ...label, type: 'point', domain: factor.choices };
  if (factor.unit === 'date') return { ...label, type: 'utc', ticks: 5, tickFormat: dateTick };
  const logarithmic = factor.scale === 'logarithmic';
  return {
    ...label,
    type: logarithmic ? 'log' : 'linear',
    label: name(unit),
    ticks: 5,
    ...(logarithmic ? { tickFormat: '~g' } : {}),
  };
}

export function drawSweep(
  dots: SweepDot[],
  factor: SweepFactor,
  headline: SweepHeadline,
  width: number,
): SVGSVGElement {
  const on = (value: number, unit: string) => shown(value, unit) ?? Number.NaN;
  const points = dots.map(({ value, mean, lo, hi }) => ({
    x: placeOf(factor, value),
    y: on(mean, headline.unit),
    lo: on(lo, headline.unit),
    hi: on(hi, headline.unit),
  }));
  // One play has no interval; a value that is nought everywhere still needs an axis.
  const intervals = points.filter(({ lo, hi }) => lo < hi);
  const isFlat = points.every(({ y }) => y === 0) && intervals.every(({ lo, hi }) => lo === 0 && hi === 0);
  const svg = Plot.plot({
    width,
    height: 240,
    marginLeft: 56,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 42,
    style: letters(size),
    x: axisOf(factor, width),
    y: { label: unitName(headline.unit), labelArrow: 'none', nice: true, ticks: 5, ...(isFlat ? { domain: [0, 1], tickFormat: (tick: number) => (tick === 0 ? '0' : '') } : {}) },
    marks: [
      Plot.gridY({ stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
      Plot.ruleX(intervals, {
        x: 'x',
        y1: 'lo',
        y2: 'hi',
        stroke: 'var(--fan-line)',
        strokeWidth: 2,
        strokeOpacity: 0.55,
        className: 'interval',
      }),
      Plot.dot(points, { x: 'x', y: 'y', fill: 'var(--fan-line)', r: 3.5 }),
    ],
  }) as SVGSVGElement;
  nameDrawing(svg, texts.sweep.label({ headline: headline.label, factor: nameOf(factor) }));
  return svg;
}
