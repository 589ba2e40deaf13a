// Morris's own picture: how strong against how uneven.
import * as Plot from '@observablehq/plot';
import { shown } from '../data/numbers';
import { floorOf, type HeadlineSensitivity } from '../data/sensitivity';
import { texts } from '../text';
import type { Box, Line } from './boxes';
import { nameHeight, placeNames, type Named, type Place } from './labels';
import { axisUnit, floorMarks, mark, style, type Mark } from './strengths';
import { element, nameDrawing, textWidth } from './svg';

const words = texts.sensitivity;
const height = 340;
const margins = { marginLeft: 60, marginRight: 24, marginTop: 34, marginBottom: 42 };
const nameSize = 12;

interface Point extends Mark {
  sigma: number;
}

function pointsOf(one: HeadlineSensitivity): Point[] {
  return one.factors.flatMap((factor) => {
    const sigma = shown(factor.sigma?.value ?? null, one.unit);
    return mark(factor.name, factor.strength, one.unit).flatMap((at) =>
      sigma === null ? [] : [{ ...at, sigma }],
    );
  });
}

/** Names stand where there is something to tell; of the crowd near zero the table has them. */
function namesOf(one: HeadlineSensitivity): Set<string> {
  const told = one.factors.filter(({ standing }) => standing === 'told');
  return new Set((told.length > 0 ? told : one.factors).map(({ name }) => name));
}

/** From numbers to pixels. */
interface Axes {
  x: (value: number) => number;
  y: (value: number) => number;
}

function axesOf(plot: Plot.Plot): Axes {
  const scale = (name: 'x' | 'y') => (value: number) =>
    Number(plot.scale(name)?.apply(value) ?? 0);
  return { x: scale('x'), y: scale('y') };
}

function frameOf(width: number): Box {
  const { marginLeft, marginTop, marginBottom } = margins;
  return { x1: marginLeft + 2, y1: marginTop, x2: width - 2, y2: height - marginBottom };
}

function linesOf(points: Point[], floor: number | null, { x, y }: Axes, frame: Box): Line[] {
  const intervals = points.map(({ lo, hi, sigma }) => {
    return { x1: x(lo), x2: x(hi), y1: y(sigma), y2: y(sigma) };
  });
  if (floor === null) return intervals;
  return [...intervals, { x1: x(floor), x2: x(floor), y1: frame.y1, y2: frame.y2 }];
}

function nameText({ name, box }: Place): SVGElement {
  const halo = { stroke: 'var(--paper)', 'stroke-width': 3, 'stroke-linejoin': 'round' };
  return element(
    'text',
    {
      x: (box.x1 + box.x2) / 2,
      y: box.y1 + nameHeight - 3,
      fill: 'var(--ink)',
      ...halo,
      'paint-order': 'stroke',
    },
    [name],
  );
}

function leaderLine({ leader }: Place): SVGElement[] {
  return leader ? [element('line', { ...leader, stroke: 'var(--ink)', 'stroke-width': 0.75 })] : [];
}

function drawNames(places: Place[]): SVGElement {
  return element('g', { class: 'point-names', 'font-size': nameSize, 'text-anchor': 'middle' }, [
    ...places.flatMap(leaderLine),
    ...places.map(nameText),
  ]);
}

export function drawScatter(one: HeadlineSensitivity, width: number): SVGSVGElement {
  const points = pointsOf(one);
  const unit = axisUnit(one.unit);
  const floor = shown(floorOf(one), one.unit);
  const plot = Plot.plot({
    width,
    height,
    ...margins,
    style,
    x: {
      label: words.axisMorris({ unit }),
      labelArrow: 'none',
      zero: true,
      nice: true,
      ticks: width < 500 ? 4 : 6,
    },
    y: { label: words.axisSigma({ unit }), labelArrow: 'none', zero: true, nice: true, ticks: 5 },
    marks: [
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.gridY({ stroke: 'var(--grid)', strokeOpacity: 1 }),
      ...floorMarks(floor),
      Plot.ruleY(points, { y: 'sigma', x1: 'lo', x2: 'hi', stroke: 'var(--fan-line)' }),
      Plot.dot(points, { x: 'mid', y: 'sigma', r: 4.5, fill: 'var(--fan-line)' }),
    ],
  });
  const axes = axesOf(plot as Plot.Plot);
  const frame = frameOf(width);
  const names = namesOf(one);
  const at = points.map((point): Named => {
    const place = { x: axes.x(point.mid), y: axes.y(point.sigma) };
    return { name: point.name, ...place, width: textWidth(point.name, nameSize) + 6 };
  });
  const wanted = at.filter(({ name }) => names.has(name));
  const lines = linesOf(points, floor, axes, frame);
  const svg = plot as SVGSVGElement;
  svg.append(drawNames(placeNames(wanted, { frame, points: at, lines })));
  nameDrawing(svg, words.labelScatter({ headline: one.label }));
  return svg;
}
