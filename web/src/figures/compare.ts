// Official counts beside what changed, on one scale: marks with 90 % intervals.
import * as Plot from '@observablehq/plot';
import { oneLine } from '../data/names';
import type { Headline } from '../data/rows';
import { texts } from '../text';
import { headlineName } from '../text/headline';
import { nameDrawing } from './svg';
import { letters } from './style';
import { wrapped } from './wrapped';

export interface CompareRow {
  name: string;
  kind: 'official' | 'changed';
  median: number;
  lo: number;
  hi: number;
}

/** Counts of things and people share a scale; money, shares and indices do not. */
const notCounts = new Set([
  '1',
  'share',
  'probability',
  'probability/day',
  '1/day',
  'CNY',
  'CNY/day',
  'days',
  '1/year',
]);

export function compareRows(official: Headline[], changed: Headline[]): CompareRow[] {
  const rows = (list: Headline[], kind: CompareRow['kind']) =>
    list.flatMap(({ id, label, unit, median, q05, q95 }) => {
      if (notCounts.has(unit) || median === null || q05 === null || q95 === null) return [];
      return [{ name: `${oneLine(headlineName(id, label), 60)} (${texts.units[unit] ?? unit})`, kind, median, lo: q05, hi: q95 }];
    });
  return [...rows(official, 'official'), ...rows(changed, 'changed')];
}

const symbols = { official: 'circle', changed: 'diamond' } as const;
const colours = { official: 'var(--official)', changed: 'var(--fan-line)' } as const;

const size = 12;
const margins = { left: 8, right: 20 };

/** Names above their lines, in two where the drawing is a phone's. */
function nameOf({ name }: CompareRow, width: number): string {
  return wrapped(name, size, width - margins.left - 4, 2);
}

function kindMarks(rows: CompareRow[], kind: CompareRow['kind'], width: number): Plot.Markish[] {
  const some = rows.filter((row) => row.kind === kind);
  return [
    Plot.ruleY(some, {
      y: 'name',
      x1: 'lo',
      x2: 'hi',
      stroke: colours[kind],
      strokeWidth: 3,
      className: 'interval',
    }),
    Plot.dot(some, {
      y: 'name',
      x: 'median',
      symbol: symbols[kind],
      r: 6,
      fill: colours[kind],
      stroke: 'var(--paper)',
    }),
    Plot.text(some, {
      y: 'name',
      text: (row: CompareRow) => nameOf(row, width),
      frameAnchor: 'left',
      lineAnchor: 'bottom',
      dy: -11,
      fontSize: size,
      fill: 'var(--ink)',
    }),
  ];
}

export function drawCompare(rows: CompareRow[], width: number): SVGSVGElement {
  const tall = rows.some((row) => nameOf(row, width).includes('\n')) ? 58 : 44;
  const svg = Plot.plot({
    width,
    height: 52 + rows.length * tall,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: 8,
    marginBottom: 40,
    style: letters(size),
    x: {
      label: texts.answer.compareAxis,
      labelArrow: 'none',
      zero: true,
      nice: true,
      ticks: width < 500 ? 4 : 8,
    },
    y: { axis: null, domain: rows.map((row) => row.name), padding: 0.5 },
    marks: [
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
      ...kindMarks(rows, 'official', width),
      ...kindMarks(rows, 'changed', width),
    ],
  }) as SVGSVGElement;
  nameDrawing(svg, texts.answer.compareLabel);
  return svg;
}
