// Small helpers to add to a drawing what Plot has no mark for.

const namespace = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number>;

export function element(name: string, attributes: Attributes, children: (Node | string)[] = []) {
  const node = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** Hangul and what else is drawn as wide as high. */
const wide = /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;

/** About the width of a text in the figures' type, for placing labels without measuring. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((sum, one) => sum + (wide.test(one) ? 0.98 : 0.58), 0) * size;
}

/** Gives the drawing one name, so that a screen reader meets a picture and not its thousand parts. */
export function nameDrawing(svg: SVGElement, label: string): void {
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  for (const part of svg.querySelectorAll('[aria-description]')) {
    part.removeAttribute('aria-description');
  }
}
