// Which numbers are least known: those come first.
import type { Parameter } from '../model/wire';

/** The ends that the evidence leaves open. */
export function endsOf({ range: [low, high] }: Parameter): { low: number; high: number } {
  return { low: low ?? -Infinity, high: high ?? Infinity };
}

/** Whether the evidence leaves nothing open. */
export function isFixed(parameter: Parameter): boolean {
  const { low, high } = endsOf(parameter);
  return high <= low;
}

/** How far the evidence leaves a number open, as a factor in logarithms. */
export function openness(parameter: Parameter): number {
  const { value, prior } = parameter;
  const { low, high } = endsOf(parameter);
  if (prior === 'fixed' || high <= low) return 0;
  if (low > 0) return Math.log(high / low);
  const middle = Math.abs(value) || (high - low) / 2;
  return Math.log1p((high - low) / middle);
}

/** Assumed numbers before measured ones, the widest before the narrower. */
export function byOpenness(a: Parameter, b: Parameter): number {
  const assumed = (one: Parameter) => (one.grade === 'assumed' ? 1 : 0);
  return assumed(b) - assumed(a) || openness(b) - openness(a) || a.name.localeCompare(b.name);
}

export interface ParameterGroup {
  group: string;
  parameters: Parameter[];
}

export function grouped(parameters: Parameter[]): ParameterGroup[] {
  const names = [...new Set(parameters.map(({ rule }) => rule))];
  return names.map((group) => ({
    group,
    parameters: parameters.filter((one) => one.rule === group).sort(byOpenness),
  }));
}

export function widest(parameters: Parameter[], count: number): Parameter[] {
  return [...parameters].sort(byOpenness).slice(0, count);
}

const steps = 400;
const countable = new Set(['people', 'households', 'units', 'officers', 'days', 'CNY']);

function isLogarithmic(parameter: Parameter): boolean {
  return parameter.prior === 'log-uniform' && endsOf(parameter).low > 0;
}

/** Where a value stands on the slider, 0 to 400. */
export function sliderPlace(parameter: Parameter, value: number): number {
  const { low, high } = endsOf(parameter);
  if (high <= low) return 0;
  const share = isLogarithmic(parameter)
    ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
    : (value - low) / (high - low);
  return Math.round(steps * Math.min(1, Math.max(0, share)));
}

/** Three digits are more than anyone knows of these numbers. */
function rounded(parameter: Parameter, value: number): number {
  const { low, high } = endsOf(parameter);
  const whole = [low, high, parameter.value].every(Number.isInteger) && countable.has(parameter.unit);
  if (whole && high - low >= 4) return Math.round(value);
  return Number(value.toPrecision(3));
}

export function sliderValue(parameter: Parameter, place: number): number {
  const { low, high } = endsOf(parameter);
  if (place <= 0) return low;
  if (place >= steps) return high;
  const share = place / steps;
  const value = isLogarithmic(parameter)
    ? low * (high / low) ** share
    : low + share * (high - low);
  return rounded(parameter, value);
}

export const sliderSteps = steps;
