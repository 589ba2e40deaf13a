// A range as a thin bar on an axis that it shares with others, without ticks or dots.
import { element, nameDrawing } from '../figures/svg';

export interface WidthBar {
  lo: number;
  hi: number;
  /** Ends of the axis. */
  least: number;
  most: number;
  name: string;
}

const height = 14;

export function drawWidth({ lo, hi, least, most, name }: WidthBar, width: number): SVGSVGElement {
  const x = (value: number) => ((Math.min(value, most) - least) / (most - least)) * width;
  const middle = height / 2;
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [
    element('line', { x1: 0, x2: width, y1: middle, y2: middle, stroke: 'var(--grid)' }),
    element('rect', {
      class: 'bar-all',
      x: x(lo),
      y: 1.5,
      width: Math.max(3, x(hi) - x(lo)),
      height: height - 3,
      rx: 3,
      fill: 'var(--gap-band)',
      stroke: 'var(--gap-edge)',
    }),
  ]) as SVGSVGElement;
  nameDrawing(svg, name);
  return svg;
}
