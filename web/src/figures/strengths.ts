// What each parameter does to a headline: marks with intervals, and the dummy's floor as a line.
import * as Plot from '@observablehq/plot';
import { isPercent, shown } from '../data/numbers';
import {
  floorOf,
  strengthUnit,
  type Estimated,
  type HeadlineSensitivity,
  type Sensitivity,
} from '../data/sensitivity';
import { texts } from '../text';
import { labelNamed } from '../text/ledger';
import { nameDrawing, textWidth } from './svg';
import { letters } from './style';
import { wrapped } from './wrapped';

const words = texts.sensitivity;

const size = 13;

export const style = letters(size);

export interface Mark {
  name: string;
  mid: number;
  lo: number;
  hi: number;
}

export function mark(name: string, one: Estimated | null | undefined, unit: string): Mark[] {
  const mid = shown(one?.value ?? null, unit);
  if (mid === null) return [];
  return [
    { name, mid, lo: shown(one?.lo ?? null, unit) ?? mid, hi: shown(one?.hi ?? null, unit) ?? mid },
  ];
}

function intervals(marks: Mark[], colour: string, symbol: 'circle' | 'diamond', dy: number) {
  return [
    Plot.ruleY(marks, { y: 'name', x1: 'lo', x2: 'hi', stroke: colour, strokeWidth: 3, dy }),
    Plot.dot(marks, {
      y: 'name',
      x: 'mid',
      r: 5,
      symbol,
      fill: colour,
      stroke: 'var(--paper)',
      className: 'mark',
      dy,
    }),
  ];
}

export function floorMarks(floor: number | null): Plot.Markish[] {
  if (floor === null) return [];
  return [
    Plot.ruleX([floor], {
      stroke: 'var(--axis)',
      strokeDasharray: '5 4',
      strokeWidth: 1.5,
      className: 'floor',
    }),
    Plot.text([words.floor], {
      x: [floor],
      frameAnchor: 'top',
      dy: -12,
      dx: 4,
      textAnchor: 'start',
      fill: 'var(--ink)',
    }),
  ];
}

export function axisUnit(unit: string): string {
  return isPercent(unit) ? '%' : (texts.units[unit] ?? unit);
}

const namesGap = 16;
/** Two lines of a name and what keeps them from the next. */
const rowHeight = 36;

/** Parameters by their labels, in two lines at most; the table has their names. */
function namesOf({ parameters }: Sensitivity, room: number): Map<string, string> {
  return new Map(parameters.map(({ name, label }) => [name, wrapped(labelNamed(label, name), size, room, 2)]));
}

/** Strengths from the strongest down; with first order indices below them where there are any. */
export function drawStrengths(
  sensitivity: Sensitivity,
  one: HeadlineSensitivity,
  width: number,
): SVGSVGElement {
  const unit = strengthUnit(sensitivity, one);
  const sobol = sensitivity.method === 'sobol';
  const strengths = one.factors.flatMap(({ name, strength }) => mark(name, strength, unit));
  const firsts = one.factors.flatMap(({ name, first }) => mark(name, first, unit));
  const most = width * 0.42;
  const names = namesOf(sensitivity, most - namesGap);
  const longest = Math.max(60, ...[...names.values()].flatMap((name) => name.split('\n')).map((line) => textWidth(line, size)));
  const svg = Plot.plot({
    width,
    height: 78 + one.factors.length * rowHeight,
    marginLeft: Math.min(most, namesGap + longest),
    marginRight: 24,
    marginTop: 30,
    marginBottom: 40,
    style,
    x: {
      label: sobol ? words.axisSobol : words.axisMorris({ unit: axisUnit(unit) }),
      labelArrow: 'none',
      zero: true,
      nice: true,
      ticks: width < 500 ? 4 : 8,
    },
    y: { label: null, domain: one.factors.map(({ name }) => name), padding: 0.5, tickSize: 0, tickFormat: (name: string) => names.get(name) ?? name },
    marks: [
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
      ...floorMarks(shown(floorOf(one), unit)),
      ...intervals(strengths, 'var(--fan-line)', 'circle', sobol ? -5 : 0),
      ...(sobol ? intervals(firsts, 'var(--official)', 'diamond', 5) : []),
    ],
  }) as SVGSVGElement;
  nameDrawing(svg, sobol ? words.labelSobol({ headline: one.label }) : words.labelMorris({ headline: one.label }));
  return svg;
}
