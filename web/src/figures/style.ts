// How the letters of a drawing look, in every figure.

/** Letters of so many pixels, in the colours of the page. */
export function letters(pixels: 12 | 13) {
  return {
    fontFamily: 'var(--sans)',
    fontSize: `${pixels}px`,
    color: 'var(--ink)',
    background: 'transparent',
  };
}
