// How well a mean is known against the number of runs.
import * as Plot from '@observablehq/plot';
import { isPercent, shown } from '../data/numbers';
import type { Enough } from '../data/types';
import { texts } from '../text';
import { extent } from './extent';
import { nameDrawing } from './svg';
import { letters } from './style';

export function drawEnough(entry: Enough, width: number): SVGSVGElement {
  const points = entry.n.map((n, index) => ({
    n,
    half: shown(entry.half_width[index] ?? null, entry.unit) ?? Number.NaN,
  }));
  const unit = isPercent(entry.unit) ? '%' : (texts.units[entry.unit] ?? entry.unit);
  const svg = Plot.plot({
    width,
    height: 190,
    marginLeft: 52,
    marginRight: 14,
    marginTop: 26,
    marginBottom: 40,
    style: letters(12),
    x: {
      type: 'log',
      base: 2,
      ticks: entry.n,
      tickFormat: 'd',
      label: texts.enough.axisRuns,
      labelArrow: 'none',
      labelAnchor: 'right',
    },
    y: {
      label: texts.enough.axis({ unit }),
      labelArrow: 'none',
      zero: true,
      nice: true,
      ticks: 4,
      ...extent(
        points.map(({ half }) => half),
        true,
      ),
    },
    marks: [
      Plot.gridY({ stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
      Plot.lineY(points, { x: 'n', y: 'half', stroke: 'var(--fan-line)', strokeWidth: 2 }),
      Plot.dot(points, { x: 'n', y: 'half', fill: 'var(--fan-line)', r: 3.5 }),
    ],
  }) as SVGSVGElement;
  nameDrawing(svg, texts.enough.label({ title: entry.label }));
  return svg;
}
