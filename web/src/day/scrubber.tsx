// The days of a run under one finger: people calling, the campaign shaded, a bead for each entry of the story.
import { useMemo } from 'preact/hooks';
import { dateOfDay } from '../data/days';
import { monthMarks } from '../figures/date_axis';
import { textWidth } from '../figures/svg';
import { useWidth } from '../parts/use_width';
import { nameOfCampaign, windowAt, type Campaign } from '../story/campaign';
import { texts } from '../text';

const words = texts.first.day;

export interface ScrubberProps {
  start: string;
  days: number;
  /** People calling, day by day; null until they are known. */
  calling: readonly number[] | null;
  campaign: Campaign | null;
  day: number;
  beads?: readonly number[];
  /** The day as a screen reader says it. */
  value: string;
  onDay: (day: number) => void;
  onToggle: () => void;
}

const height = 60;
const top = 12;
const base = 42;
const edge = 6;
const labelSize = 13;
const gap = 5;

interface LabelPlace {
  x: number;
  'text-anchor': 'start' | 'end';
}

/** At the beginning of what is shaded, within its end, before it or behind it: the first place on the axis that the hand leaves free. */
function labelPlace(name: string, [first, last]: [number, number], hand: number, end: number): LabelPlace {
  const width = textWidth(name, labelSize);
  const from = (x: number): LabelPlace => ({ x, 'text-anchor': 'start' });
  const upTo = (x: number): LabelPlace => ({ x, 'text-anchor': 'end' });
  const beginning = from(first + gap);
  const places = [beginning, upTo(last - gap), upTo(first - gap), from(last + gap)];
  const isFree = (place: LabelPlace) => {
    const left = place['text-anchor'] === 'start' ? place.x : place.x - width;
    return left >= edge && left + width <= end - edge && (hand < left - gap || hand > left + width + gap);
  };
  return places.find(isFree) ?? beginning;
}

/** The people calling as an area that stands on the base line. */
function areaOf(calling: readonly number[], x: (day: number) => number): string {
  const most = calling.reduce((a, b) => Math.max(a, b), 1);
  const tops = calling.map((one, at) => `${x(at).toFixed(1)} ${(base - (one / most) * (base - top - 6)).toFixed(1)}`);
  return `M${x(0)} ${base}L${tops.join('L')}L${x(calling.length - 1)} ${base}Z`;
}

export function Scrubber(props: ScrubberProps) {
  const { start, days, calling, campaign, day, beads = [], value, onDay, onToggle } = props;
  const { holder, width } = useWidth(300);
  const last = days - 1;
  const dates = useMemo(() => Array.from({ length: days }, (_, at) => dateOfDay(start, at)), [start, days]);
  const windows = campaign?.windows ?? [];
  const window = windowAt(windows, day);
  const x = (at: number) => edge + (at / Math.max(1, last)) * (width - 2 * edge);
  const dayAt = (clientX: number) => {
    const box = holder.current?.getBoundingClientRect();
    const place = box ? (clientX - box.left - edge) / (box.width - 2 * edge) : 0;
    return Math.min(last, Math.max(0, Math.round(place * last)));
  };
  const drag = (event: PointerEvent) => {
    if (event.buttons % 2 === 1 || event.type === 'pointerdown') onDay(dayAt(event.clientX));
  };
  const key = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: day + 1,
      ArrowUp: day + 1,
      ArrowLeft: day - 1,
      ArrowDown: day - 1,
      PageUp: day + 7,
      PageDown: day - 7,
      Home: window?.first ?? 0,
      End: window?.last ?? last,
    };
    const next = steps[event.key];
    if (event.key === ' ') {
      event.preventDefault();
      onToggle();
    } else if (next !== undefined) {
      event.preventDefault();
      onDay(Math.min(last, Math.max(0, next)));
    }
  };
  return (
    <div
      ref={holder}
      class="scrub"
      role="slider"
      tabIndex={0}
      aria-label={words.scrubber}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={day}
      aria-valuetext={value}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={drag}
      onKeyDown={key}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {windows.map(({ first, last: end }) => (
          <rect class="scrub-drive" x={x(first)} width={Math.max(2, x(end) - x(first))} y={top - 5} height={base - top + 5} key={`${first} ${end}`} />
        ))}
        {calling && calling.length > 0 && <path class="scrub-area" d={areaOf(calling, x)} />}
        <line class="scrub-base" x1={edge} x2={width - edge} y1={base} y2={base} />
        {campaign && window && (
          <text class="scrub-label" {...labelPlace(nameOfCampaign(campaign), [x(window.first), x(window.last)], x(day), width)} y={top + 8}>
            {nameOfCampaign(campaign)}
          </text>
        )}
        {monthMarks(dates, x, width).map((mark) => (
          <text class="scrub-month" x={mark.x} y={height - 3} key={mark.x}>
            {mark.name}
          </text>
        ))}
        <line class="scrub-hand" x1={x(day)} x2={x(day)} y1={5} y2={base} />
        <circle class="scrub-knob" cx={x(day)} cy={6} r={5} />
        {beads.map((bead) => (
          <circle class={bead <= day ? 'bead past' : 'bead'} cx={x(bead)} cy={base} r={3.5} key={bead} />
        ))}
      </svg>
    </div>
  );
}
