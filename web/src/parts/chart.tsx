// Holds a drawing and draws it again when its place becomes wider or narrower, and for paper.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { language } from '../text';

export interface ChartProps {
  /** Makes the drawing for a width in pixels; a new function means a new drawing. */
  draw: (width: number) => SVGSVGElement;
}

/** Pixels across a sheet of A4 within the margins. */
const paperWidth = 660;

/** On paper a figure in the grid has half of a sheet, and a row of a first screen what its words leave, a little more, so that a brief stays on two sheets: drawn wider, letters shrink. */
function widthOnPaper(place: HTMLElement): number {
  if (place.closest('.figures, .brief .first-aside')) return paperWidth / 2;
  return place.closest('.first-row') ? paperWidth - 330 : paperWidth;
}

export function Chart({ draw }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const now = useRef({ draw, width: 0 });
  const hasDrawn = useRef(false);
  useLayoutEffect(() => {
    const place = holder.current;
    if (!place) return undefined;
    const drawAt = (width: number) => {
      if (width === 0 || width === now.current.width) return;
      now.current.width = width;
      place.replaceChildren(now.current.draw(width));
    };
    const redraw = () => drawAt(Math.floor(place.clientWidth));
    const forPaper = () => drawAt(widthOnPaper(place));
    redraw();
    const observer = new ResizeObserver(redraw);
    observer.observe(place);
    addEventListener('beforeprint', forPaper);
    addEventListener('afterprint', redraw);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', forPaper);
      removeEventListener('afterprint', redraw);
    };
  }, []);
  // Another drawing has the width of the one before: to ask for it would lay out the page, for every dot of an answer.
  useLayoutEffect(() => {
    const { width } = now.current;
    const isFirst = !hasDrawn.current;
    hasDrawn.current = true;
    now.current.draw = draw;
    if (width > 0 && !isFirst) holder.current?.replaceChildren(draw(width));
  }, [draw, language()]);
  return <div class="chart" ref={holder} />;
}
