// The key of a fan chart, inside the drawing so that a saved figure explains itself.
import { texts } from '../text';
import { element, textWidth } from './svg';

export const legendHeight = 22;
const size = 12;

/** How wide a mark is, and how far the next one stands from a text. */
interface Room {
  mark: number;
  apart: number;
}

const roomy: Room = { mark: 18, apart: 16 };
const tight: Room = { mark: 14, apart: 8 }; // for a page of 320 pixels

function item(x: number, text: string, mark: SVGElement, room: Room): SVGElement[] {
  return [mark, element('text', { x: x + room.mark + 6, y: 10, fill: 'var(--ink)' }, [text])];
}

function box(x: number, name: string, opacity: number, { mark }: Room): SVGElement {
  return element('rect', {
    class: name,
    x,
    y: 0,
    width: mark,
    height: 12,
    fill: 'var(--fan)',
    'fill-opacity': opacity,
  });
}

/** Where the marks begin, and where the last text ends. */
function laid(left: number, room: Room) {
  const { median, band50, band90 } = texts.fans;
  const end = (x: number, text: string) => x + room.mark + 6 + textWidth(text, size);
  const second = end(left, median) + room.apart;
  const third = end(second, band50) + room.apart;
  return { room, left, second, third, end: end(third, band90) };
}

export function fanLegend(frameLeft: number, width: number, top: number): SVGElement {
  const { median, band50, band90 } = texts.fans;
  const fitting = [laid(frameLeft, roomy), laid(4, roomy)].find(({ end }) => end <= width);
  const { room, left, second, third } = fitting ?? laid(4, tight);
  const line = {
    x1: left,
    x2: left + room.mark,
    y1: 6,
    y2: 6,
    stroke: 'var(--fan-line)',
    'stroke-width': 2,
  };
  return element(
    'g',
    {
      class: 'legend',
      'font-size': size,
      'text-anchor': 'start',
      transform: `translate(0,${top})`,
    },
    [
      ...item(left, median, element('line', line), room),
      ...item(second, band50, box(second, 'key50', 0.46, room), room),
      ...item(third, band90, box(third, 'key90', 0.18, room), room),
    ],
  );
}
