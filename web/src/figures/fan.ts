// A fan chart: what happened day by day in all runs, as the median with two bands.
import * as Plot from '@observablehq/plot';
import { dateOfDay, plainDate } from '../data/days';
import { interval, quantity, shown } from '../data/numbers';
import type { CampaignEvent, Series } from '../data/types';
import type { Value } from '../data/value';
import { texts } from '../text';
import { dateTick } from './date_axis';
import { calendarHeight, drawCalendar, pixelSpans, spansOf } from './calendar';
import { placeLabels } from './lanes';
import { extent } from './extent';
import { fanLegend, legendHeight } from './legend';
import { nameDrawing } from './svg';
import { letters } from './style';

export interface FanInput {
  series: Series;
  events: CampaignEvent[];
  start: string;
  unit: string;
  axis: string;
  label: string;
  fromZero: 'zero' | 'data';
  /** Another setting's runs, drawn as dashed lines with its name at the end. */
  beside?: { series: Series; name: string };
}

interface Row {
  date: Date;
  median: number;
  q05: number;
  q25: number;
  q75: number;
  q95: number;
  tip: string;
}

/** Plot leaves a gap where a value is not a number. */
function drawn(value: Value | undefined, unit: string): number {
  return shown(value ?? null, unit) ?? Number.NaN;
}

/** All that is drawn against the axis. */
function everything(rows: Row[], { beside, unit }: FanInput): number[] {
  const others = beside ? [beside.series.q05, beside.series.q50, beside.series.q95].flat() : [];
  return [
    ...rows.flatMap(({ q05, median, q95 }) => [q05, median, q95]),
    ...others.map((value) => drawn(value, unit)),
  ];
}

function rowsOf({ series, start, unit }: FanInput): Row[] {
  return series.q50.map((median, day) => {
    const at = (values: Value[]): Value => values[day] ?? null;
    const date = dateOfDay(start, day);
    const tip = texts.fans.tip({
      date: plainDate(date),
      median: quantity(median, unit),
      half: interval(at(series.q25), at(series.q75), unit),
      most: interval(at(series.q05), at(series.q95), unit),
    });
    return {
      date,
      median: drawn(median, unit),
      q05: drawn(at(series.q05), unit),
      q25: drawn(at(series.q25), unit),
      q75: drawn(at(series.q75), unit),
      q95: drawn(at(series.q95), unit),
      tip,
    };
  });
}

function marks(rows: Row[], input: FanInput, spans: ReturnType<typeof spansOf>): Plot.Markish[] {
  const zero = input.fromZero === 'zero' ? [Plot.ruleY([0], { stroke: 'var(--axis)' })] : [];
  const edge = { x: 'date', strokeWidth: 1, stroke: 'var(--fan)' } as const;
  return [
    Plot.rectX(spans, { x1: 'from', x2: 'to', fill: 'var(--event-area)' }),
    Plot.gridY({ stroke: 'var(--grid)', strokeOpacity: 1 }),
    Plot.areaY(rows, {
      x: 'date',
      y1: 'q05',
      y2: 'q95',
      fill: 'var(--fan)',
      fillOpacity: 0.18,
      className: 'band90',
    }),
    Plot.areaY(rows, {
      x: 'date',
      y1: 'q25',
      y2: 'q75',
      fill: 'var(--fan)',
      fillOpacity: 0.34,
      className: 'band50',
    }),
    Plot.lineY(rows, { ...edge, y: 'q05', strokeOpacity: 0.5, strokeDasharray: '1 3' }),
    Plot.lineY(rows, { ...edge, y: 'q95', strokeOpacity: 0.5, strokeDasharray: '1 3' }),
    Plot.lineY(rows, {
      x: 'date',
      y: 'median',
      stroke: 'var(--fan-line)',
      strokeWidth: 2,
      className: 'median',
    }),
    ...besideMarks(input),
    ...zero,
    Plot.ruleX(rows, Plot.pointerX({ x: 'date', stroke: 'var(--muted)' })),
    Plot.tip(
      rows,
      Plot.pointerX({
        x: 'date',
        y: 'median',
        title: 'tip',
        fill: 'var(--paper)',
        stroke: 'var(--axis)',
        fontSize: 12,
      }),
    ),
  ];
}

/** Told apart by the dashes and the name, not by colour. */
function besideMarks(input: FanInput): Plot.Markish[] {
  if (!input.beside) return [];
  const rows = rowsOf({ ...input, series: input.beside.series });
  const line = { x: 'date', stroke: 'var(--official)' } as const;
  const limit = { ...line, strokeWidth: 1, strokeDasharray: '2 4' } as const;
  const last = rows.slice(-1);
  return [
    Plot.lineY(rows, { ...limit, y: 'q05' }),
    Plot.lineY(rows, { ...limit, y: 'q95' }),
    Plot.lineY(rows, {
      ...line,
      y: 'median',
      strokeWidth: 2,
      strokeDasharray: '7 4',
      className: 'beside',
    }),
    Plot.text(last, {
      x: 'date',
      y: 'median',
      text: () => input.beside?.name ?? '',
      fill: 'var(--official)',
      fontWeight: 'bold',
      textAnchor: 'end',
      dy: -9,
    }),
  ];
}

export function drawFan(input: FanInput, width: number): SVGSVGElement {
  const rows = rowsOf(input);
  const spans = spansOf(input.events, input.start, rows.length);
  const left = 52;
  const right = 12;
  const first = rows[0]?.date.getTime() ?? 0;
  const length = (rows[rows.length - 1]?.date.getTime() ?? 1) - first || 1;
  const x = (date: Date) => left + ((date.getTime() - first) / length) * (width - left - right);
  const lanes = placeLabels(pixelSpans(spans, x), left, width - right).count;
  const top = 24 + calendarHeight(lanes);
  const bottom = 36;
  const height = top + bottom + (width < 420 ? 150 : 190) + legendHeight;

  const svg = Plot.plot({
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom + legendHeight,
    style: letters(12),
    x: { type: 'utc', label: null, ticks: Math.max(3, Math.floor(width / 110)), tickFormat: dateTick },
    y: {
      label: input.axis,
      labelArrow: 'none',
      zero: input.fromZero === 'zero',
      nice: true,
      ticks: 5,
      ...extent(everything(rows, input), input.fromZero === 'zero'),
    },
    marks: marks(rows, input, spans),
  }) as SVGSVGElement;
  svg.append(drawCalendar(spans, { left, right: width - right, top: 18, x }));
  svg.append(fanLegend(left, width, height - legendHeight + 6));
  nameDrawing(svg, input.label);
  return svg;
}
