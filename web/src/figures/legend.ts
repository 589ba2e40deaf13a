// The key of a fan chart, inside the drawing so that a saved figure explains itself.
import { texts } from '../text';
import { element, textWidth } from './svg';

export const legendHeight = 22;
const size = 12;

function item(x: number, text: string, mark: SVGElement): SVGElement[] {
  return [mark, element('text', { x: x + 24, y: 10, fill: 'var(--ink)' }, [text])];
}

function box(x: number, name: string, opacity: number): SVGElement {
  return element('rect', {
    class: name,
    x,
    y: 0,
    width: 18,
    height: 12,
    fill: 'var(--fan)',
    'fill-opacity': opacity,
  });
}

function legendWidth(items: string[]): number {
  return items.reduce((sum, text) => sum + 24 + textWidth(text, size) + 16, -16);
}

export function fanLegend(frameLeft: number, width: number, top: number): SVGElement {
  const { median, band50, band90 } = texts.fans;
  const fits = frameLeft + legendWidth([median, band50, band90]) <= width;
  const left = fits ? frameLeft : 4;
  const line = {
    x1: left,
    x2: left + 18,
    y1: 6,
    y2: 6,
    stroke: 'var(--fan-line)',
    'stroke-width': 2,
  };
  const second = left + 24 + textWidth(median, size) + 16;
  const third = second + 24 + textWidth(band50, size) + 16;
  return element(
    'g',
    {
      class: 'legend',
      'font-size': size,
      'text-anchor': 'start',
      transform: `translate(0,${top})`,
    },
    [
      ...item(left, median, element('line', line)),
      ...item(second, band50, box(second, 'key50', 0.46)),
      ...item(third, band90, box(third, 'key90', 0.18)),
    ],
  );
}
