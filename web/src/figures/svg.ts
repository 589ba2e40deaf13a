// Small helpers to add to a drawing what Plot has no mark for.

const namespace = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number>;

export function element(name: string, attributes: Attributes, children: (Node | string)[] = []) {
  const node = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** About the width of a text in the figures' type, for placing labels without measuring. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).length * size * 0.58;
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
