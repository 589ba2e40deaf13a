// The range of an axis where the data have none.

/** Where all values are the same, one unit about them: what an axis of nothing would show is noise. */
export function extent(values: number[], zero: boolean): { domain: [number, number] } | object {
  const known = values.filter(Number.isFinite);
  const low = known.reduce((least, value) => Math.min(least, value), zero ? 0 : Infinity);
  const high = known.reduce((most, value) => Math.max(most, value), zero ? 0 : -Infinity);
  if (known.length === 0 || low !== high) return {};
  return { domain: low === 0 ? [0, 1] : [low - 0.5, low + 0.5] };
}
