// Official counts beside what changed, on one scale: marks with 90 % intervals.
import * as Plot from '@observablehq/plot';
import { oneLine } from '../data/names';
import type { Headline } from '../data/rows';
import { texts } from '../text';
import { headlineName } from '../text/headline';
import { nameDrawing } from './svg';
import { letters } from './style';

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

function kindMarks(rows: CompareRow[], kind: CompareRow['kind']): Plot.Markish[] {
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
      text: 'name',
      frameAnchor: 'left',
      dy: -17,
      fontSize: 12,
      fill: 'var(--ink)',
    }),
  ];
}

export function drawCompare(rows: CompareRow[], width: number): SVGSVGElement {
  const svg = Plot.plot({
    width,
    height: 52 + rows.length * 44,
    marginLeft: 8,
    marginRight: 20,
    marginTop: 8,
    marginBottom: 40,
    style: letters(12),
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
      ...kindMarks(rows, 'official'),
      ...kindMarks(rows, 'changed'),
    ],
  }) as SVGSVGElement;
  nameDrawing(svg, texts.answer.compareLabel);
  return svg;
}
