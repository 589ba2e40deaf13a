// Parameters after a calibration, within their priors: each alone, and two by two.
import * as Plot from '@observablehq/plot';
import { placeOf, type CalibratedParameter, type Calibration } from '../data/calibration';
import { texts } from '../text';
import { labelNamed } from '../text/ledger';
import { element, nameDrawing } from './svg';
import { letters } from './style';
import { wrapped } from './wrapped';

const words = texts.calibration;

const size = 13;
const style = letters(size);
const side = 34;

export function drawPosteriors(parameters: CalibratedParameter[], width: number): SVGSVGElement {
  const rows = parameters.map((one) => ({
    name: one.id,
    label: wrapped(labelNamed(one.label, one.id), size, width - 2 * side, 2),
    median: placeOf(one, one.median),
    q05: placeOf(one, one.q05),
    q25: placeOf(one, one.q25),
    q75: placeOf(one, one.q75),
    q95: placeOf(one, one.q95),
  }));
  const lines = Math.max(...rows.map(({ label }) => label.split('\n').length));
  const rule = (x1: string, x2: string, strokeWidth: number) =>
    Plot.ruleY(rows, { y: 'name', x1, x2, stroke: 'var(--fan-line)', strokeWidth });
  const svg = Plot.plot({
    width,
    height: 60 + rows.length * (28 + 16 * lines),
    marginLeft: side,
    marginRight: side,
    marginTop: 8,
    marginBottom: 40,
    style,
    x: {
      domain: [0, 1],
      ticks: [0, 1],
      tickFormat: (place: number) => words.ends[place] ?? '',
      label: words.posteriorsAxis,
      labelArrow: 'none',
      labelAnchor: 'center',
    },
    y: { axis: null, domain: rows.map(({ name }) => name), padding: 0.5 },
    marks: [
      Plot.ruleY(rows, { y: 'name', x1: 0, x2: 1, stroke: 'var(--grid)', strokeWidth: 6 }),
      rule('q05', 'q95', 2),
      rule('q25', 'q75', 6),
      Plot.dot(rows, {
        y: 'name',
        x: 'median',
        r: 5,
        fill: 'var(--fan-line)',
        stroke: 'var(--paper)',
        className: 'mark',
      }),
      Plot.text(rows, {
        y: 'name',
        text: 'label',
        frameAnchor: 'left',
        lineAnchor: 'bottom',
        dy: -8,
        fill: 'var(--ink)',
      }),
    ],
  }) as SVGSVGElement;
  nameDrawing(svg, words.posteriorsLabel);
  return svg;
}

const parts = 10;
const gap = 6;
const labelSpace = 22;

function bars(places: number[], x: number, y: number, size: number): Node[] {
  const counts = Array.from({ length: parts }, () => 0);
  for (const place of places) {
    const part = Math.min(parts - 1, Math.max(0, Math.floor(place * parts)));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return counts.map((count, part) => {
    const height = (count / most) * (size - 4);
    return element('rect', {
      x: x + (part / parts) * size,
      y: y + size - height,
      width: size / parts - 1,
      height,
      fill: 'var(--fan-line)',
    });
  });
}

function dots(across: number[], up: number[], x: number, y: number, size: number): Node[] {
  return across.map((place, index) =>
    element('circle', {
      cx: x + place * size,
      cy: y + (1 - (up[index] ?? 0)) * size,
      r: size > 90 ? 1.6 : 1.1,
      fill: 'var(--fan-line)',
      'fill-opacity': 0.55,
    }),
  );
}

/** The lower triangle of all pairs, with each parameter's own distribution on the diagonal. */
export function drawPairs({ parameters, drawn }: Calibration, width: number): SVGSVGElement {
  const count = parameters.length;
  const size = Math.max(24, (Math.min(width, 760) - labelSpace) / count - gap);
  const places = parameters.map((one, at) => drawn.map((row) => placeOf(one, row[at] ?? 0)));
  const cells: Node[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const x = labelSpace + column * (size + gap);
      const y = row * (size + gap);
      cells.push(
        element('rect', { x, y, width: size, height: size, fill: 'none', stroke: 'var(--grid)' }),
      );
      const across = places[column] ?? [];
      cells.push(
        ...(row === column ? bars(across, x, y, size) : dots(across, places[row] ?? [], x, y, size)),
      );
    }
    const label = { 'font-size': 11, fill: 'var(--ink)', 'font-family': 'var(--sans)' };
    const middle = row * (size + gap) + size / 2;
    cells.push(
      element(
        'text',
        {
          ...label,
          transform: `translate(12 ${middle}) rotate(-90)`,
          'text-anchor': 'middle',
        },
        [shortened(parameters[row]?.id ?? '', size)],
      ),
      element(
        'text',
        {
          ...label,
          x: labelSpace + row * (size + gap) + size / 2,
          y: count * (size + gap) + 10,
          'text-anchor': 'middle',
        },
        [shortened(parameters[row]?.id ?? '', size)],
      ),
    );
  }
  const height = count * (size + gap) + 20;
  const svg = element(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}` },
    cells,
  ) as SVGSVGElement;
  nameDrawing(svg, words.pairsLabel);
  return svg;
}

/** As much of a name as the side of a cell has room for; the table has the whole. */
function shortened(name: string, size: number): string {
  const letters = Math.max(4, Math.floor(size / 6));
  return name.length > letters ? `${name.slice(0, letters - 1)}\u2026` : name;
}
