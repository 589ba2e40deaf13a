// The key of a fan chart, inside the drawing so that a saved figure explains itself.
import { texts } from '../text';
import { element, textWidth } from './svg';

export const legendHeight = 22;
const size = 11;

function item(x: number, text: string, mark: SVGElement): SVGElement[] {
  return [mark, element('text', { x: x + 24, y: 10, fill: 'var(--ink)' }, [text])];
}

function box(x: number, opacity: number): SVGElement {
  return element('rect', { x, y: 0, width: 18, height: 12, fill: 'var(--fan)', 'fill-opacity': opacity });
}

export function fanLegend(left: number, top: number): SVGElement {
  const { median, band50, band90 } = texts.fans;
  const line = { x1: left, x2: left + 18, y1: 6, y2: 6, stroke: 'var(--fan-line)', 'stroke-width': 2 };
  const second = left + 24 + textWidth(median, size) + 16;
  const third = second + 24 + textWidth(band50, size) + 16;
  return element('g', { class: 'legend', 'font-size': size, transform: `translate(0,${top})` }, [
    ...item(left, median, element('line', line)),
    ...item(second, band50, box(second, 0.46)),
    ...item(third, band90, box(third, 0.18)),
  ]);
}
