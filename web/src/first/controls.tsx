// Four things to change, as the campaign has them. What nobody knows opens as "not known", and every play takes a
// value of its own; the first touch gives it one.
import { useMemo } from 'preact/hooks';
import { dayOfRun } from '../data/days';
import { plainNumber } from '../data/numbers';
import { unknownOf } from '../doubt/unknown';
import { fixedOf } from '../explore/data/fixed';
import { withValue } from '../explore/data/setting';
import { endsOf } from '../explore/data/unknowns';
import { texts } from '../text';
import type { Attention } from './use_ahead';
import { controlsOf, idOf, moveOf, parameterValue, promises, type Change, type Control, type Move, type Stand } from './moves';

const words = texts.first.controls;

export interface ControlsProps extends Stand {
  onChange: (change: Change) => void;
  /** Values before anything was set. */
  start: Record<string, number>;
  /** What the scenario holds, before anything was set. */
  named: string[];
  /** The reader has come to a control, or moves it. */
  onAttention: (attention: Attention) => void;
}

/** The target of the skip link: the control that moves the answer most. */
export const lastControl = idOf('homes');

interface Moved {
  move: Move;
  onPlace: (place: number) => void;
}

interface RangeProps extends Moved {
  label: string;
  said: string;
  unknown?: { valueText: string; ends: [string, string]; again: () => void; isKnown: boolean };
}

function Range({ move: { id, min, max, value }, label, said, unknown, onPlace }: RangeProps) {
  const open = unknown && !unknown.isKnown;
  return (
    <div class={open ? 'control unknown' : 'control'} data-control={id}>
      <div class="control-head">
        <label for={id}>{label}</label>
        <output for={id}>{said}</output>
      </div>
      <div class="track">
        {unknown && <div class="band" aria-hidden="true" />}
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          value={value}
          aria-valuetext={open ? unknown.valueText : said}
          onInput={(event) => onPlace(Number(event.currentTarget.value))}
          onPointerDown={(event) => open && event.currentTarget.value === String(value) && onPlace(value)}
        />
      </div>
      {unknown && (
        <div class="ends" aria-hidden="true">
          <span>{unknown.ends[0]}</span>
          <span>{unknown.ends[1]}</span>
        </div>
      )}
      {unknown?.isKnown && (
        <button type="button" class="link again" onClick={unknown.again}>
          {words.again}
        </button>
      )}
    </div>
  );
}

interface ChoiceProps extends Moved {
  label: string;
  /** In the order of the places. */
  options: string[];
}

function Choice({ move: { id, value }, label, options, onPlace }: ChoiceProps) {
  return (
    <fieldset class="control segmented" data-control={id}>
      <legend>{label}</legend>
      <div class="segments">
        {options.map((text, place) => (
          <label class={place === value ? 'chosen' : ''} key={place}>
            <input type="radio" name={id} checked={place === value} onChange={() => onPlace(place)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function hundred(share: number): string {
  return share < 0.01 ? plainNumber(Math.round(1000 * share) / 10) : plainNumber(Math.round(100 * share));
}

interface UnknownProps extends Moved, Pick<Stand, 'known'> {
  id: 'belief' | 'homes';
  again: () => void;
}

function UnknownControl({ id, known, again, ...moved }: UnknownProps) {
  const unknown = unknownOf(id);
  const value = known[id];
  const ends: [string, string] = [hundred(unknown.low), words.inHundred({ n: hundred(unknown.high) })];
  return (
    <Range
      label={words[id]}
      said={value === undefined ? words.notKnown : words.inHundred({ n: hundred(value) })}
      unknown={{
        valueText: words.notKnownValue({ lo: hundred(unknown.low), hi: hundred(unknown.high) }),
        ends,
        again,
        isKnown: value !== undefined,
      }}
      {...moved}
    />
  );
}

type Name = Extract<Control, { is: 'parameter' }>['name'];

function labelOf(name: Name): string {
  if (name === 'oath_fear') return words.fear;
  return name === 'central_caseload' ? words.presence : words.fade;
}

function saidOf(name: Name, value: number, start: number): string {
  if (name === 'central_caseload') return words.people({ n: plainNumber(value) });
  if (name === 'risk_half_life') return words.days({ n: plainNumber(Math.round(value)) });
  return words.fearUnit({ n: plainNumber(Number((value / (start || value || 1)).toPrecision(2))) });
}

interface ParameterProps extends Moved, Pick<OneProps, 'stand' | 'start' | 'onChange'> {
  name: Name;
  /** Whether the scenario names it; else every play takes a value of its own until the reader takes one. */
  isNamed: boolean;
}

function ParameterControl({ name, stand, start, isNamed, onChange, ...moved }: ParameterProps) {
  const { setting, parameters } = stand;
  const said = (value: number) => saidOf(name, value, start[name] ?? 1);
  const now = said(parameterValue(name, stand) ?? 1);
  const parameter = parameters.find((one) => one.name === name);
  if (isNamed || !parameter) return <Range label={labelOf(name)} said={now} {...moved} />;
  const { low, high } = endsOf(parameter);
  const isKnown = setting.overrides[name] !== undefined;
  return (
    <Range
      label={labelOf(name)}
      said={isKnown ? now : words.notKnown}
      unknown={{
        valueText: words.notKnownRange({ lo: said(low), hi: said(high) }),
        ends: [said(low), said(high)],
        again: () => onChange({ setting: withValue(setting, name, null) }),
        isKnown,
      }}
      {...moved}
    />
  );
}

interface OneProps extends Pick<ControlsProps, 'start' | 'named' | 'onChange' | 'onAttention'> {
  control: Control;
  stand: Stand;
}

function One({ control, stand, start, named, onChange, onAttention }: OneProps) {
  const move = moveOf(control, stand);
  if (!move) return null;
  const onPlace = (place: number) => {
    onAttention({ control: move.id, down: place < move.value });
    onChange(move.to(place));
  };
  const moved = { move, onPlace };
  switch (control.is) {
    case 'last-day':
      return <Range label={words[control.label]} said={dayOfRun(stand.scenario, move.value)} {...moved} />;
    case 'promise':
      return <Choice label={words.promised} options={promises.map((one) => (one === 'none' ? words.nothing : words.forgiveness))} {...moved} />;
    case 'meeting':
      return <Choice label={words.meeting} options={[words.notHeld, words.held]} {...moved} />;
    case 'need':
      return <Range label={words.need} said={plainNumber(move.value / move.max)} {...moved} />;
    case 'unknown':
      return <UnknownControl id={control.id} known={stand.known} again={() => onChange({ unknown: control.id, value: null })} {...moved} />;
    case 'parameter':
      return <ParameterControl name={control.name} isNamed={named.includes(control.name)} {...{ stand, start, onChange }} {...moved} />;
  }
}

export function Controls({ start, named, onChange, onAttention, ...stand }: ControlsProps) {
  const { canonical } = stand.scenario;
  const hasPlaces = useMemo(() => fixedOf(canonical).places.some(({ numbers }) => numbers.length > 0), [canonical]);
  const comeTo = ({ target }: FocusEvent) => {
    const id = target instanceof HTMLInputElement ? target.closest<HTMLElement>('[data-control]')?.dataset.control : undefined;
    if (id) onAttention({ control: id, down: null });
  };
  return (
    <section class="change" aria-labelledby="change-heading" onFocusIn={comeTo}>
      <h2 id="change-heading">{words.heading}</h2>
      {controlsOf(stand.scenario).map((control, at) => (
        <One control={control} {...{ stand, start, named, onChange, onAttention }} key={at} />
      ))}
      {hasPlaces && <p class="aside">{words.fixed}</p>}
    </section>
  );
}
