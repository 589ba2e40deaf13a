// The first screen of a study of many points: its answer in a sentence, then the one picture of it.
import { useMemo } from 'preact/hooks';
import { leastEffective, type Calibration } from '../data/calibration';
import { plainNumber, quantity } from '../data/numbers';
import type { HeadlineSensitivity, Sensitivity } from '../data/sensitivity';
import { dotsOf, type Sweep, type SweepDot } from '../data/sweep';
import { checkedOf, type Checked } from '../data/asked';
import type { JudgedDifferences, Report } from '../data/types';
import { drawPosteriors } from '../figures/posteriors';
import { drawStrengths } from '../figures/strengths';
import { drawSweep } from '../figures/sweep_lines';
import { Chart } from '../parts/chart';
import { WholeTitle } from '../sections/header';
import { texts } from '../text';
import { labelNamed } from '../text/ledger';
import { headlineName } from '../text/headline';
import { nameOf, valueOf } from '../text/varied';
import { Strong, titleOf, whereOf } from './report_screen';

const words = texts.reportFirst.study;
const kinds = texts.reportFirst.kind;

export interface Said {
  kind: string;
  text: string;
  /** The strongest thing in the sentence. */
  range: string;
  split: string;
  /** Of the picture. */
  name: string;
  draw: ((width: number) => SVGSVGElement) | null;
}

function chosenOf({ headlines, headline }: Sweep): number {
  return Math.max(0, headlines.findIndex(({ id }) => id === headline));
}

function sweepSentence(sweep: Sweep, dots: SweepDot[], here: string): { text: string; range: string } {
  const { factors, headlines } = sweep;
  const over = factors[0];
  const what = headlines[chosenOf(sweep)];
  if (!over || !what || dots.length === 0) return { text: words.sweepNone, range: '' };
  const headline = headlineName(what.id, what.label);
  const show = (value: number) => quantity(value, what.unit);
  if (factors.length === 1 && over.unit !== 'rival') {
    const ordered = [...dots].sort((a, b) => a.value - b.value);
    const [first, last] = [ordered[0]!, ordered[ordered.length - 1]!];
    const isFlat = dots.every(({ mean }) => mean === first.mean);
    const range = isFlat ? show(first.mean) : words.fromTo({ from: show(first.mean), to: show(last.mean) });
    const told = isFlat ? words.sweepFlat : sweep.tells_apart === false ? words.sweepOpen : words.sweepEnds;
    const ends = { from: valueOf(over, first.value), to: valueOf(over, last.value) };
    return { text: told({ here, what: nameOf(over), ...ends, range, headline }), range };
  }
  const means = dots.map(({ mean }) => mean);
  const range = words.between({ lo: show(Math.min(...means)), hi: show(Math.max(...means)) });
  return { text: words.sweepMany({ here, points: plainNumber(dots.length), range, headline }), range };
}

export function sweepSaid(sweep: Sweep, here: string): Said {
  const dots = dotsOf(sweep, 0, chosenOf(sweep));
  const over = sweep.factors[0];
  const what = sweep.headlines[chosenOf(sweep)];
  const { text, range } = sweepSentence(sweep, dots, here);
  const runs = Math.max(0, ...sweep.points.map(({ done }) => done));
  const played = runs > 1 ? words.sweepSplit({ runs: plainNumber(runs) }) : words.sweepSplitOne;
  return {
    kind: kinds.sweep,
    text,
    range,
    split: [...(sweep.tells_apart === false ? [words.sweepNotApart] : []), ...(dots.length > 0 ? [played] : [])].join(' '),
    name: text,
    draw: over && what && dots.length > 0 ? (width) => drawSweep(dots, over, what, width) : null,
  };
}

/** The ones of which each may be the first: where their errors overlap none of them is. */
function firstOfAll(one: HeadlineSensitivity): string[] {
  const told = one.factors.filter(({ standing }) => standing === 'told');
  return told.filter(({ best }) => best === 1).map(({ name }) => name);
}

export function sensitivitySaid(sensitivity: Sensitivity): Said {
  const one = sensitivity.headlines[0];
  const labelOf = (name: string) => labelNamed(sensitivity.parameters.find((each) => each.name === name)?.label ?? name, name);
  const all = plainNumber(sensitivity.parameters.length);
  const headline = one ? headlineName(one.id, one.label) : '';
  const first = one ? firstOfAll(one) : [];
  const order = sensitivity.parameters.map(({ name }) => name);
  const names = [...first].sort((a, b) => order.indexOf(a) - order.indexOf(b)).map(labelOf);
  const range = names.length === 1 ? names[0]! : '';
  const sentence = () => {
    if (names.length === 0) return words.mostNone({ all, headline });
    if (names.length === 1) return words.most({ all, what: range, headline });
    return words.mostOf({ all, count: plainNumber(names.length), headline });
  };
  const told = one?.factors.filter(({ standing }) => standing === 'told').length ?? 0;
  const close = names.length > 1 ? `${words.closest({ names: names.map((name) => words.quoted({ name })).join(', ') })} ` : '';
  const text = sentence();
  return {
    kind: kinds.sensitivity,
    text,
    range,
    split: `${close}${words.told({ n: plainNumber(told), all })}`,
    name: text,
    draw: one && one.factors.length > 0 ? (width) => drawStrengths(sensitivity, one, width) : null,
  };
}

const most = 0.5;

/** Shown as `tumen check` says it: where the whole interval of the share lies above one half. */
export function calibrationSaid({ finished, is_posterior, particles, effective_size, parameters, patterns }: Calibration): Said {
  const shown = (some: typeof patterns) => some.filter(({ posterior }) => (posterior?.lo ?? 0) > most).length;
  const fitted = patterns.filter((one) => one.fitted);
  const held = patterns.filter(({ fitted: used, role }) => !used && role === 'held-out');
  const numbers = (some: typeof patterns) => ({ n: plainNumber(shown(some)), all: plainNumber(some.length) });
  const text = words.fits(numbers(fitted));
  const worth = { particles: plainNumber(particles), effective: plainNumber(Math.round(effective_size)), least: plainNumber(leastEffective) };
  const beware = [...(finished ? [] : [words.unfinished]), ...(is_posterior === false ? [words.noPosterior(worth)] : [])];
  const test = held.length > 0 ? words.heldOut(numbers(held)) : words.noHeldOut;
  return {
    kind: kinds.calibration,
    text,
    range: '',
    split: [...beware, test].join(' '),
    name: text,
    draw: parameters.length > 0 ? (width) => drawPosteriors(parameters, width) : null,
  };
}

/** How many differences keep their sign over everything that is not known. */
export function judgedSaid({ conclusions, over }: JudgedDifferences): Said {
  const of = (verdict: string) => plainNumber(conclusions.filter((one) => one.verdict === verdict).length);
  const first = conclusions[0]?.probability;
  const text = words.judged({ n: of('stands'), all: plainNumber(conclusions.length) });
  const slots = { falls: of('falls'), cannot: of('cannot be told'), draws: plainNumber(first?.draws ?? 0), worth: plainNumber(Math.round(first?.effective ?? 0)) };
  return {
    kind: kinds.judged,
    text,
    range: '',
    split: over === 'belief' ? words.judgedSplit(slots) : words.judgedPrior(slots),
    name: text,
    draw: null,
  };
}

/** Which reported patterns the model shows, in the numbers of the command that asked. */
export function checkedSaid({ patterns, isRival }: Checked): Said {
  const tested = patterns.filter(({ role }) => role !== 'analogue');
  const elsewhere = patterns.filter(({ role }) => role === 'analogue');
  const count = (some: typeof patterns, wanted: string) => plainNumber(some.filter(({ verdict }) => verdict === wanted).length);
  const all = (some: typeof patterns) => ({ n: count(some, 'shown'), all: plainNumber(some.length) });
  const inputs = tested.filter(({ role }) => role === 'input');
  const text = words.checked(all(tested));
  const split = [
    words.checkedElse({ mixed: count(tested, 'mixed'), fails: count(tested, 'not shown') }),
    ...(inputs.length > 0 ? [words.checkedInputs({ inputs: plainNumber(inputs.length), all: plainNumber(tested.length) })] : []),
    ...(elsewhere.length > 0 ? [words.checkedElsewhere(all(elsewhere))] : []),
    ...(isRival ? [words.checkedRivals] : []),
  ];
  return { kind: kinds.check, text, range: '', split: split.join(' '), name: text, draw: null };
}

/** What a study opens with; nothing where the report is about one scenario or a comparison. */
export function studyOf(report: Report): Said | null {
  const { cities, sweep, sensitivity, calibration, conclusions } = report;
  if (conclusions) return judgedSaid(conclusions);
  if (sensitivity) return sensitivitySaid(sensitivity);
  if (calibration) return calibrationSaid(calibration);
  if (sweep) return sweepSaid(sweep, whereOf(cities));
  const checked = checkedOf(report);
  return checked && checkedSaid(checked);
}

export function StudyScreen({ report, said }: { report: Report; said: Said }) {
  const draw = useMemo(() => said.draw, [said.text]);
  return (
    <div class="report-first study">
      <h1 class="campaign">
        {said.kind}: <bdi>{titleOf(report)}</bdi>
      </h1>
      <WholeTitle title={report.scenario.title} />
      <p class="first-sentence">
        <Strong text={said.text} range={said.range} />
      </p>
      <p class="split">{said.split}</p>
      {draw && (
        <figure class="study-picture" aria-label={said.name}>
          <Chart draw={draw} />
        </figure>
      )}
      <p class="first-limits">
        {texts.reportFirst.limits} <a href="#limits-heading">{texts.reportFirst.limitsLink}</a>
      </p>
    </div>
  );
}
