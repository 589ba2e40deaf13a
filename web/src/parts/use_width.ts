// How wide the place of a drawing is, now and when it changes.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export function useWidth(before: number): { holder: preact.RefObject<HTMLDivElement>; width: number } {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const place = holder.current;
    if (!place) return undefined;
    const measure = () => setWidth(Math.floor(place.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return { holder, width };
}
