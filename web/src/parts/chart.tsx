// Holds a drawing and draws it again when its place becomes wider or narrower.
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface ChartProps {
  /** Makes the drawing for a width in pixels; a new function means a new drawing. */
  draw: (width: number) => SVGSVGElement;
}

export function Chart({ draw }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = holder.current;
    if (!place) return undefined;
    let drawnWidth = 0;
    const redraw = () => {
      const width = Math.floor(place.clientWidth);
      if (width === 0 || width === drawnWidth) return;
      drawnWidth = width;
      place.replaceChildren(draw(width));
    };
    redraw();
    const observer = new ResizeObserver(redraw);
    observer.observe(place);
    return () => observer.disconnect();
  }, [draw]);
  return <div class="chart" ref={holder} />;
}
