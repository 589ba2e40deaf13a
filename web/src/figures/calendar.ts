// Marks the campaign's days in a figure: a tinted span, a bar and a label above it.
import { dateOfDay, dayOfDate } from '../data/days';
import type { CampaignEvent } from '../data/types';
import { labelSize, placeLabels, type Span } from './lanes';
import { element } from './svg';

export interface CalendarSpan {
  label: string;
  from: Date;
  to: Date;
}

/** The part of each event that lies inside the run; an event of one day keeps that day's width. */
export function spansOf(events: CampaignEvent[], start: string, days: number): CalendarSpan[] {
  const last = days - 1;
  return events.flatMap((event) => {
    const from = Math.max(0, dayOfDate(start, event.from) - 0.5);
    const to = Math.min(last, dayOfDate(start, event.to) + 0.5);
    if (!(from < to)) return [];
    return [{ label: event.label, from: dateOfDay(start, from), to: dateOfDay(start, to) }];
  });
}

const laneHeight = 17;

export function calendarHeight(lanes: number): number {
  return lanes * laneHeight + (lanes > 0 ? 4 : 0);
}

export interface Frame {
  left: number;
  right: number;
  top: number;
  x: (date: Date) => number;
}

export function pixelSpans(spans: CalendarSpan[], x: (date: Date) => number): Span[] {
  return spans.map((span) => ({ label: span.label, x1: x(span.from), x2: x(span.to) }));
}

export function drawCalendar(spans: CalendarSpan[], frame: Frame): SVGElement {
  const pixels = pixelSpans(spans, frame.x);
  const { labels } = placeLabels(pixels, frame.left, frame.right);
  const parts = labels.flatMap((label, index) => {
    const span = pixels[index];
    if (!span) return [];
    const y = frame.top + label.lane * laneHeight;
    const width = Math.max(4, span.x2 - span.x1);
    return [
      element('rect', { x: span.x1, y: y + 13, width, height: 2.5, fill: 'var(--event-line)' }),
      element('text', { x: label.x, y: y + 10, fill: 'var(--event-text)' }, [label.text]),
    ];
  });
  return element('g', { class: 'calendar', 'font-size': labelSize, 'text-anchor': 'start' }, parts);
}
