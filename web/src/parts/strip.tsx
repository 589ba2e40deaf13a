// A small interval inside a table: the numbers stand beside it, so it is hidden from readers that
// hear the page.

export interface StripProps {
  lo: number;
  mid: number;
  hi: number;
  /** The ends of the scale and a value to mark on it. */
  from: number;
  to: number;
  mark?: number;
}

const width = 150;
const height = 18;
const margin = 7;

export function Strip({ lo, mid, hi, from, to, mark }: StripProps) {
  const length = to - from || 1;
  const x = (value: number) => margin + ((value - from) / length) * (width - 2 * margin);
  return (
    <svg class="strip" width={width} height={height} aria-hidden="true">
      <line x1={margin} x2={width - margin} y1={9} y2={9} class="strip-scale" />
      {mark !== undefined && <line x1={x(mark)} x2={x(mark)} y1={1} y2={17} class="strip-mark" />}
      <line x1={x(lo)} x2={x(hi)} y1={9} y2={9} class="strip-interval" />
      <circle cx={x(mid)} cy={9} r={4.5} class="strip-dot" />
    </svg>
  );
}
