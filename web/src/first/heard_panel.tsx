// "We heard of forty arrests": the answer's own plays, weighed by what was heard. An answer reads some numbers of a play
// alone: while this is open they are played to their ends.
import { useMemo } from 'preact/hooks';
import { isPercent, plainNumber } from '../data/numbers';
import type { Answer } from '../doubt/answer';
import { valueOf } from '../doubt/answer_kind';
import { fewestInside, hear, unlikely, weightedRange, type Heard, type Hearing } from '../doubt/heard';
import { rangeText, whole } from '../doubt/range_text';
import { labelOf, unitOf } from '../doubt/answer_text';
import { early } from '../doubt/spread';
import { useTold, type Told } from '../doubt/use_answer';
import type { HeadlineValue } from '../explore/model/wire';
import { texts } from '../text';
import { told as inWords } from '../text/program';

const words = texts.first.heard;

export interface HeardPanelProps {
  answer: Told;
  residents: number;
  heard: Heard | null;
  onHeard: (heard: Heard | null) => void;
  onOpen: (isOpen: boolean) => void;
}

/** Headlines that have a number in some play. */
function choicesOf(plays: (HeadlineValue[] | null)[]): HeadlineValue[] {
  const first = plays.find((one) => one !== null) ?? [];
  return first.filter(({ id }) => plays.some((one) => Number.isFinite(one?.find((row) => row.id === id)?.value ?? Number.NaN)));
}

/** Shares are typed in hundredths. */
const scaleOf = (unit: string) => (isPercent(unit) ? 100 : 1);

function nameOf({ label, unit }: HeadlineValue): string {
  const said = isPercent(unit) ? '%' : (texts.units[unit] ?? unit);
  return `${inWords(label)} (${said})`;
}

/** The upper half of what the plays have: a band to begin with. */
function usualBand(id: string, plays: (HeadlineValue[] | null)[]): Heard {
  const values = plays.map((one) => one?.find((row) => row.id === id)?.value ?? Number.NaN).filter(Number.isFinite);
  const range = weightedRange(values, values.map(() => 1));
  const low = Number((range?.middle ?? 0).toPrecision(2));
  const high = Number((range?.hi ?? 1).toPrecision(2));
  return { id, low, high: high > low ? high : low + 1 };
}

function likelyText({ inside, plays }: Hearing): string {
  if (inside === 0) return words.never({ plays: plainNumber(plays) });
  const share = inside / plays;
  if (share < unlikely) return words.unlikely({ n: plainNumber(Math.round(1 / share)) });
  return words.likely({ inside: plainNumber(inside), plays: plainNumber(plays) });
}

/** What follows; nothing where too few plays have it. */
function thenText(hearing: Hearing, answer: Answer, residents: number): string {
  if (hearing.inside < fewestInside) return words.tooFew;
  const values = answer.plays.map((one) => (one ? valueOf(answer.kind, one, residents) : Number.NaN));
  const then = weightedRange(values, hearing.weights);
  const before = answer.doubt.all;
  if (!then || !before) return words.tooFew;
  const worth = Math.floor(hearing.effective);
  return words.then({
    label: labelOf(answer.kind).long,
    then: unitOf(answer.kind, rangeText(then.lo, then.hi, worth)),
    before: rangeText(before.lo, before.hi, hearing.plays),
    middle: whole(then.middle),
    worth: plainNumber(worth),
  });
}

interface FieldProps {
  id: string;
  label: string;
  scale: number;
  value: number;
  onValue: (value: number) => void;
}

function Field({ id, label, scale, value, onValue }: FieldProps) {
  return (
    <span class="heard-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        step="any"
        value={Number((scale * value).toPrecision(12))}
        onChange={({ currentTarget }) => Number.isFinite(currentTarget.valueAsNumber) && onValue(currentTarget.valueAsNumber / scale)}
      />
    </span>
  );
}

export function HeardPanel({ answer: told, residents, heard, onHeard, onOpen }: HeardPanelProps) {
  const answer = useTold(told);
  const { plays } = answer;
  const choices = useMemo(() => choicesOf(plays), [plays]);
  const hearing = useMemo(() => (heard && heard.low < heard.high ? hear(heard, plays) : null), [heard, plays]);
  const scale = scaleOf(choices.find(({ id }) => id === heard?.id)?.unit ?? '');
  const ready = plays.length >= early;
  return (
    <details class="heard" open={heard !== null} data-plays={plays.length} onToggle={({ currentTarget }) => onOpen(currentTarget.open)}>
      <summary>{words.heading}</summary>
      {!ready && <p class="answer-note">{words.wait({ n: plainNumber(early) })}</p>}
      {ready && (
        <>
          <div class="heard-band">
            <label for="heard-what">{words.what}</label>
            <select
              id="heard-what"
              value={heard?.id ?? ''}
              onChange={({ currentTarget }) => onHeard(currentTarget.value === '' ? null : usualBand(currentTarget.value, plays))}
            >
              <option value="">{words.nothing}</option>
              {choices.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {nameOf(choice)}
                </option>
              ))}
            </select>
            {heard && (
              <>
                <Field id="heard-low" label={words.from} scale={scale} value={heard.low} onValue={(low) => onHeard({ ...heard, low })} />
                <Field id="heard-high" label={words.to} scale={scale} value={heard.high} onValue={(high) => onHeard({ ...heard, high })} />
              </>
            )}
          </div>
          <div role="status" class="answer-note" data-inside={hearing?.inside}>
            {heard && !hearing && <p class="answer-warning">{words.backwards}</p>}
            {hearing && <p>{likelyText(hearing)}</p>}
            {hearing && hearing.inside > 0 && <p class="heard-then">{thenText(hearing, answer, residents)}</p>}
          </div>
        </>
      )}
    </details>
  );
}
