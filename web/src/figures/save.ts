// A drawing as a file that stands alone: colours fixed to those for paper, title above, source
// below.
import { oneLine } from '../data/names';
import { element, textWidth } from './svg';

/** The values of the page's colours for paper, whatever the reader's screen prefers. */
function paperColours(names: Iterable<string>): Map<string, string> {
  const probe = document.createElement('div');
  probe.className = 'paper-colours';
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colours = new Map<string, string>();
  for (const name of names) colours.set(name, style.getPropertyValue(name).trim());
  probe.remove();
  return colours;
}

const fontFamily = 'system-ui, "Segoe UI", "Noto Sans", sans-serif';

const variable = /var\((--[a-z0-9-]+)\)/g;

/** Puts values in the place of the page's variables, in the text of a whole drawing. */
function resolve(text: string): string {
  const names = new Set([...text.matchAll(variable)].map((match) => match[1] ?? ''));
  const colours = paperColours(names);
  colours.set('--sans', fontFamily.replace(/"/g, "'"));
  return text.replace(variable, (_, name: string) => colours.get(name) || 'black');
}

export interface Caption {
  title: string;
  source: string;
}

export function standaloneSvg(drawing: SVGSVGElement, caption: Caption): string {
  const width = Number(drawing.getAttribute('width'));
  const height = Number(drawing.getAttribute('height'));
  const head = 30;
  const foot = 22;
  const inner = drawing.cloneNode(true) as SVGSVGElement;
  for (const tip of inner.querySelectorAll('.tip')) tip.remove();
  inner.setAttribute('y', String(head));
  const fits = (text: string, size: number) =>
    oneLine(text, Math.max(8, Math.floor((width - 24) / textWidth('x', size))));
  const box = { width, height: height + head + foot };
  const outer = element(
    'svg',
    { ...box, viewBox: `0 0 ${box.width} ${box.height}`, 'font-family': fontFamily },
    [
      element('title', {}, [oneLine(caption.title, 300)]),
      element('desc', {}, [oneLine(caption.source, 300)]),
      element('rect', { ...box, fill: 'var(--paper)' }),
      element('text', { x: 12, y: 21, 'font-size': 15, 'font-weight': 600, fill: 'var(--ink)' }, [
        fits(caption.title, 15),
      ]),
      inner,
      element('text', { x: 12, y: box.height - 8, 'font-size': 10, fill: 'var(--muted)' }, [
        fits(caption.source, 10),
      ]),
    ],
  );
  const text = new XMLSerializer().serializeToString(outer);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${resolve(text)}\n`;
}

/** Hands a file to the reader; nothing leaves the computer. */
export function saveFile(name: string, type: string, content: string): void {
  saveBlob(name, new Blob([content], { type }));
}

export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
