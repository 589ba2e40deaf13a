// A headline over the values of one parameter: means of the points with 95 % intervals.
import * as Plot from '@observablehq/plot';
import { isPercent, shown } from '../data/numbers';
import type { SweepDot, SweepFactor, SweepHeadline } from '../data/sweep';
import { texts } from '../text';
import { nameDrawing } from './svg';
import { letters } from './style';

function unitName(unit: string): string {
  return isPercent(unit) ? '%' : (texts.units[unit] ?? unit);
}

export function drawSweep(
  dots: SweepDot[],
  factor: SweepFactor,
  headline: SweepHeadline,
  width: number,
): SVGSVGElement {
  const on = (value: number, unit: string) => shown(value, unit) ?? Number.NaN;
  const logarithmic = factor.scale === 'logarithmic';
  const points = dots.map(({ value, mean, lo, hi }) => ({
    x: on(value, factor.unit),
    y: on(mean, headline.unit),
    lo: on(lo, headline.unit),
    hi: on(hi, headline.unit),
  }));
  const svg = Plot.plot({
    width,
    height: 240,
    marginLeft: 56,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 42,
    style: letters(13),
    x: {
      type: logarithmic ? 'log' : 'linear',
      label: `${factor.name} (${unitName(factor.unit)})`,
      labelArrow: 'none',
      labelAnchor: 'right',
      ticks: 5,
      ...(logarithmic ? { tickFormat: '~g' } : {}),
    },
    y: { label: unitName(headline.unit), labelArrow: 'none', nice: true, ticks: 5 },
    marks: [
      Plot.gridY({ stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
      Plot.ruleX(points, {
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
  nameDrawing(svg, texts.sweep.label({ headline: headline.label, factor: factor.label }));
  return svg;
}
