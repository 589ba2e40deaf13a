// Four things to change, as the campaign has them. What nobody knows opens as "not known", and every play takes a
// value of its own; the first touch gives it one.
import { useMemo } from 'preact/hooks';
import { dateOfDay, dayAndMonth, dayOfDate, isoDate } from '../data/days';
import { plainNumber } from '../data/numbers';
import { placeOf, steps, unknownOf, valueOfStep, type Unknown } from '../doubt/unknown';
import { calendarOf, type CalendarEntry } from '../explore/data/canonical';
import { fixedOf } from '../explore/data/fixed';
import { withEntries, type Setting } from '../explore/data/setting';
import { endsOf } from '../explore/data/unknowns';
import type { Parameter, ScenarioDescription } from '../explore/model/wire';
import { texts } from '../text';

const words = texts.first.controls;

export interface ControlsProps {
  scenario: ScenarioDescription;
  setting: Setting;
  known: Record<string, number>;
  /** Of the model: what the evidence leaves open. */
  parameters: Parameter[];
  onSetting: (setting: Setting) => void;
  onKnown: (id: string, value: number | null) => void;
}

/** The target of the skip link: the control that moves the answer most. */
export const lastControl = 'control-homes';

interface RangeProps {
  id: string;
  label: string;
  said: string;
  min: number;
  max: number;
  value: number;
  unknown?: { valueText: string; ends: [string, string]; again: () => void; isKnown: boolean };
  valueText?: string;
  onValue: (value: number) => void;
}

function Range({ id, label, said, min, max, value, unknown, valueText, onValue }: RangeProps) {
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
          aria-valuetext={open ? unknown.valueText : (valueText ?? said)}
          onInput={(event) => onValue(Number(event.currentTarget.value))}
          onPointerDown={(event) => open && event.currentTarget.value === String(value) && onValue(value)}
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

const places = steps;

function hundred(share: number): string {
  return share < 0.01 ? plainNumber(Math.round(1000 * share) / 10) : plainNumber(Math.round(100 * share));
}

function UnknownControl({ id, label, known, onKnown }: { id: string; label: string } & Pick<ControlsProps, 'known' | 'onKnown'>) {
  const unknown: Unknown = unknownOf(id);
  const value = known[id];
  const place = value === undefined ? places / 2 : Math.round(places * placeOf(unknown, value));
  const rounded = (at: number) => valueOfStep(unknown, at);
  const ends: [string, string] = [hundred(unknown.low), words.inHundred({ n: hundred(unknown.high) })];
  return (
    <Range
      id={`control-${id}`}
      label={label}
      said={value === undefined ? words.notKnown : words.inHundred({ n: hundred(value) })}
      min={0}
      max={places}
      value={place}
      unknown={{
        valueText: words.notKnownValue({ lo: hundred(unknown.low), hi: hundred(unknown.high) }),
        ends,
        again: () => onKnown(id, null),
        isKnown: value !== undefined,
      }}
      onValue={(at) => onKnown(id, rounded(at))}
    />
  );
}

function entriesOf({ scenario, setting }: Pick<ControlsProps, 'scenario' | 'setting'>): CalendarEntry[] {
  return setting.calendar ?? calendarOf(scenario.canonical);
}

const shortest = 6;
const longest = 150;

function LastDay({ kind, label, scenario, setting, onSetting }: ControlsProps & { kind: string; label: string }) {
  const entries = entriesOf({ scenario, setting });
  const entry = entries.filter((one) => one.kind === kind).pop();
  const from = entry?.fields.from;
  const to = entry?.fields.to;
  if (!from || !to) return null;
  const first = dayOfDate(scenario.start, from);
  const last = dayOfDate(scenario.start, to);
  const most = Math.max(last, Math.min(scenario.days - 1, first + longest));
  const said = dayAndMonth(dateOfDay(scenario.start, last));
  return (
    <Range
      id="control-last-day"
      label={label}
      said={said}
      min={Math.min(last, first + shortest)}
      max={most}
      value={last}
      onValue={(day) => {
        const date = isoDate(dateOfDay(scenario.start, day));
        const ends = (one: CalendarEntry) => one === entry || (one.kind === kind && one.fields.from === from && one.fields.to === to);
        const next = entries.map((one) => (ends(one) ? { ...one, fields: { ...one.fields, to: date } } : one));
        onSetting(withEntries(setting, next));
      }}
    />
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  options: [value: string, text: string][];
  value: string;
  onValue: (value: string) => void;
}

function Choice({ id, label, options, value, onValue }: ChoiceProps) {
  return (
    <fieldset class="control segmented" data-control={id}>
      <legend>{label}</legend>
      <div class="segments">
        {options.map(([option, text]) => (
          <label class={option === value ? 'chosen' : ''} key={option}>
            <input type="radio" name={id} checked={option === value} onChange={() => onValue(option)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PromiseChoice({ scenario, setting, onSetting }: ControlsProps) {
  const entries = entriesOf({ scenario, setting });
  const drive = entries.filter(({ kind }) => kind === 'hand_in_drive').pop();
  return (
    <Choice
      id="control-promise"
      label={words.promised}
      options={[
        ['none', words.nothing],
        ['promised', words.forgiveness],
      ]}
      value={drive?.fields.forgiveness ?? 'none'}
      onValue={(forgiveness) => {
        const next = entries.map((one) => one.kind === 'hand_in_drive' ? { ...one, fields: { ...one.fields, forgiveness } } : one);
        onSetting(withEntries(setting, next));
      }}
    />
  );
}

function Meeting({ scenario, setting, onSetting }: ControlsProps) {
  const entries = entriesOf({ scenario, setting });
  const drive = entries.find(({ kind }) => kind === 'oath_drive');
  const usual = calendarOf(scenario.canonical).filter(({ kind }) => kind === 'meeting');
  const meetings = usual.length > 0 ? usual : [{ kind: 'meeting', fields: { on: drive?.fields.from ?? scenario.start } }];
  const held = entries.some(({ kind }) => kind === 'meeting');
  return (
    <Choice
      id="control-meeting"
      label={words.meeting}
      options={[
        ['no', words.notHeld],
        ['yes', words.held],
      ]}
      value={held ? 'yes' : 'no'}
      onValue={(choice) => {
        const others = entries.filter(({ kind }) => kind !== 'meeting');
        onSetting(withEntries(setting, choice === 'yes' ? [...others, ...meetings] : others));
      }}
    />
  );
}

interface ParameterProps extends ControlsProps {
  name: string;
  label: string;
  said: (value: number) => string;
}

/** A number of the model that has a value: a plain slider over what the evidence leaves open. */
function ParameterControl({ name, label, said, scenario, setting, parameters, onSetting }: ParameterProps) {
  const known = parameters.find((one) => one.name === name);
  if (!known) return null;
  const value = setting.overrides[name] ?? scenario.values[name] ?? known.value;
  const ends = endsOf(known);
  const scale = known.prior === 'log-uniform' && ends.low > 0 ? ('log' as const) : ('linear' as const);
  const like = { ...ends, scale };
  return (
    <Range
      id={`control-${name}`}
      label={label}
      said={said(value)}
      min={0}
      max={places}
      value={Math.round(places * Math.min(1, Math.max(0, placeOf(like, value))))}
      onValue={(at) =>
        onSetting({ ...setting, overrides: { ...setting.overrides, [name]: valueOfStep(like, at) } })
      }
    />
  );
}

function Need({ scenario, setting, onSetting }: ControlsProps) {
  const entries = entriesOf({ scenario, setting });
  const entry = entries.filter(({ kind, fields }) => kind === 'schedule' && fields.parameter === 'need_shock').pop();
  const value = Number(entry?.fields.value ?? Number.NaN);
  if (!Number.isFinite(value)) return null;
  return (
    <Range
      id="control-need"
      label={words.need}
      said={plainNumber(value)}
      min={0}
      max={places}
      value={Math.round(places * value)}
      onValue={(at) => {
        const next = entries.map((one) => (one === entry ? { ...one, fields: { ...one.fields, value: String(at / places) } } : one));
        onSetting(withEntries(setting, next));
      }}
    />
  );
}

export function Controls(props: ControlsProps) {
  const kinds = new Set(props.scenario.events.map(({ kind }) => kind));
  const { canonical } = props.scenario;
  const hasPlaces = useMemo(() => fixedOf(canonical).places.some(({ numbers }) => numbers.length > 0), [canonical]);
  const homes = <UnknownControl id="homes" label={words.homes} {...props} />;
  const start = (name: string) => props.scenario.values[name] ?? 1;
  return (
    <section class="change" aria-labelledby="change-heading">
      <h2 id="change-heading">{words.heading}</h2>
      {kinds.has('hand_in_drive') && (
        <>
          <LastDay kind="hand_in_drive" label={words.lastDay} {...props} />
          <PromiseChoice {...props} />
          <UnknownControl id="belief" label={words.belief} {...props} />
        </>
      )}
      {!kinds.has('hand_in_drive') && kinds.has('oath_drive') && (
        <>
          <LastDay kind="oath_drive" label={words.lastVisit} {...props} />
          <Meeting {...props} />
          <ParameterControl
            name="oath_fear"
            label={words.fear}
            said={(value) => value === start('oath_fear') ? words.fearSame : words.fearUnit({ n: plainNumber(Number((value / start('oath_fear')).toPrecision(2))) })}
            {...props}
          />
        </>
      )}
      {kinds.has('sweep') && (
        <>
          <LastDay kind="sweep" label={words.lastSweep} {...props} />
          <ParameterControl name="central_caseload" label={words.presence} said={(value) => words.people({ n: plainNumber(value) })} {...props} />
          <ParameterControl name="risk_half_life" label={words.fade} said={(value) => words.days({ n: plainNumber(Math.round(value)) })} {...props} />
        </>
      )}
      {kinds.has('schedule') && !kinds.has('hand_in_drive') && (
        <>
          <LastDay kind="schedule" label={words.lastClosed} {...props} />
          <Need {...props} />
        </>
      )}
      {homes}
      {hasPlaces && <p class="aside">{words.fixed}</p>}
    </section>
  );
}
