// The flows as bands: as wide as the number of people, each with its name and number.
import { plainNumber } from '../../data/numbers';
import { element, nameDrawing } from '../../figures/svg';
import { texts } from '../../text/explore';
import type { FlowPart, Flows } from '../data/flows';

const words = texts.flows.parts;
const targets: FlowPart[] = ['kept', 'decoy', 'real', 'refused'];
const fills: Record<string, [string, number]> = {
  kept: ['var(--axis)', 0.35],
  decoy: ['var(--official)', 0.6],
  real: ['var(--fan)', 0.7],
  refused: ['var(--ink)', 0.7],
};

const height = 190;
const gap = 26;

function band(x1: number, x2: number, y1: number, y2: number, size: number): string {
  const middle = (x1 + x2) / 2;
  return (
    `M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2} v${size} ` +
    `C${middle},${y2 + size} ${middle},${y1 + size} ${x1},${y1 + size} Z`
  );
}

export function drawFlows(flows: Flows, width: number, label: string): SVGSVGElement {
  const scale = (height - 3 * gap) / Math.max(1, flows.considered);
  const [left, right] = [6, Math.max(90, width - 215)];
  const parts: Node[] = [];
  let [from, to] = [gap, 8];
  for (const part of targets) {
    const size = Math.max(flows[part] > 0 ? 1.5 : 0, flows[part] * scale);
    const [fill, opacity] = fills[part] ?? ['var(--axis)', 0.5];
    if (size > 0) {
      const d = band(left + 10, right, from, to, size);
      parts.push(element('path', { d, fill, 'fill-opacity': opacity }));
    }
    const text = `${plainNumber(flows[part])} ${words[part]}`;
    parts.push(
      element('text', { x: right + 6, y: to + size / 2 + 4, fill: 'var(--ink)' }, [text]),
    );
    from += flows[part] * scale;
    to += size + gap;
  }
  const all = flows.considered * scale;
  parts.push(
    element('rect', { x: left, y: gap, width: 10, height: all, fill: 'var(--ink)' }),
    element('text', { x: left, y: gap - 8, fill: 'var(--ink)' }, [
      `${plainNumber(flows.considered)} ${words.considered}`,
    ]),
  );
  const box = { viewBox: `0 0 ${width} ${height + gap}`, width, height: height + gap };
  const svg = element('svg', { ...box, 'font-size': 12, 'font-family': 'var(--sans)' }, parts);
  nameDrawing(svg, label);
  return svg as SVGSVGElement;
}
