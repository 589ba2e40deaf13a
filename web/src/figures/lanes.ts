// Places the labels of the calendar above a figure so that none covers another.
import { oneLine } from '../data/names';
import { textWidth } from './svg';

export interface Span {
  label: string;
  /** Pixels. */
  x1: number;
  x2: number;
}

export interface PlacedLabel {
  text: string;
  x: number;
  lane: number;
}

export interface Lanes {
  labels: PlacedLabel[];
  count: number;
}

export const labelSize = 11;
const gap = 8;
const mostLanes = 3;

function place(texts: string[], spans: Span[], left: number, right: number): Lanes {
  const ends: number[] = [];
  const labels = spans.map((span, index) => {
    const text = texts[index] ?? '';
    const width = textWidth(text, labelSize);
    const x = Math.max(left, Math.min(span.x1, right - width));
    let lane = ends.findIndex((end) => end + gap <= x);
    if (lane < 0) lane = ends.push(0) - 1;
    ends[lane] = Math.max(x + width, span.x2);
    return { text, x, lane };
  });
  return { labels, count: ends.length };
}

/**
 * Labels in words where three lanes hold them; else numbers, which the calendar list above the
 * figures explains. Spans come in the order of that list.
 */
export function placeLabels(spans: Span[], left: number, right: number): Lanes {
  const words = spans.map((span) => oneLine(span.label, 48));
  const tight = words.some((text) => textWidth(text, labelSize) > right - left);
  const inWords = place(words, spans, left, right);
  if (!tight && inWords.count <= mostLanes) return inWords;
  const numbers = spans.map((_, index) => String(index + 1));
  const inNumbers = place(numbers, spans, left, right);
  const labels = inNumbers.labels.map((label) => ({ ...label, lane: label.lane % mostLanes }));
  return { labels, count: Math.min(inNumbers.count, mostLanes) };
}
