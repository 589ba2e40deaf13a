// Fan charts, one for each quantity, for the city that the reader chooses.
import { useMemo, useState } from 'preact/hooks';
import { plainIsoDate } from '../data/days';
import {
  cityChoices,
  fanCsv,
  fanCsvColumns,
  fanRows,
  fansOf,
  hasValues,
  summaryOf,
  type FanSpec,
} from '../data/fans';
import { axisUnit, plainNumber } from '../data/numbers';
import type { Report, Series } from '../data/types';
import { drawFan } from '../figures/fan';
import { Figure } from '../parts/figure';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { sourceLine, type SectionProps } from './section';

const words = texts.fans;

type Axis = 'zero' | 'data';

interface FanProps {
  report: Report;
  fan: FanSpec;
  series: Series;
  fromZero: Axis;
}

function Fan({ report, fan, series, fromZero }: FanProps) {
  const { scenario, events } = report;
  const { observable, title, note } = fan;
  const unit = observable.unit;
  const axis = axisUnit(unit, observable.kind);
  const draw = useMemo(() => {
    const label = words.label({ title, unit: axis });
    const input = { series, events, start: scenario.start, unit, axis, label, fromZero };
    return (width: number) => drawFan(input, width);
  }, [series, events, scenario, unit, axis, title, fromZero]);
  return (
    <Figure
      id={fan.id}
      title={title}
      over={fan.over}
      source={sourceLine(report)}
      file={[scenario.name, fan.observable.id, series.city]}
      draw={draw}
      columns={words.columns}
      rows={() => fanRows(series, unit, scenario.start)}
      csv={() => ({ columns: fanCsvColumns, rows: fanCsv(series, unit, scenario.start) })}
    >
      <p>
        {observable.explain} {note} {fromZero === 'data' && words.cut}
      </p>
      <p>{summaryOf(series, unit, scenario.start)}</p>
    </Figure>
  );
}

function Missing({ fan, reason }: { fan: FanSpec; reason: string }) {
  return (
    <div class="figure empty">
      <h3>{fan.title}</h3>
      <p>{reason}</p>
    </div>
  );
}

function Calendar({ report }: SectionProps) {
  if (report.events.length === 0) return null;
  return (
    <div class="calendar-list">
      <h3>{words.calendar}</h3>
      <ol>
        {report.events.map((event, index) => (
          <li key={index}>
            <bdi>{event.label}</bdi>: {event.from === event.to ? plainIsoDate(event.from) : words.span({ from: plainIsoDate(event.from), to: plainIsoDate(event.to) })}
          </li>
        ))}
      </ol>
      {report.events.length > 1 && <p class="aside">{words.calendarNote}</p>}
    </div>
  );
}

interface ControlsProps {
  report: Report;
  city: string;
  axis: Axis;
  onCity: (city: string) => void;
  onAxis: (axis: Axis) => void;
}

function Controls({ report, city, axis, onCity, onAxis }: ControlsProps) {
  const choices = cityChoices(report);
  return (
    <div class="controls">
      {choices.length > 1 && (
        <label>
          {words.city}
          <select value={city} onChange={(event) => onCity(event.currentTarget.value)}>
            {choices.map(({ name, label }) => (
              <option value={name} key={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <input
          type="checkbox"
          checked={axis === 'zero'}
          onChange={(event) => onAxis(event.currentTarget.checked ? 'zero' : 'data')}
        />
        {words.zero}
      </label>
    </div>
  );
}

export function Fans({ report }: SectionProps) {
  const [city, setCity] = useState(cityChoices(report)[0]?.name ?? '');
  const [axis, setAxis] = useState<Axis>('zero');
  const fans = useMemo(() => fansOf(report, city), [report, city]);
  return (
    <>
      <p class="intro">
        <Glossed text={(report.drawn_from ? texts.calibration.fansIntro : words.intro)({ runs: plainNumber(report.replicates) })} />
      </p>
      <Calendar report={report} />
      <Controls report={report} city={city} axis={axis} onCity={setCity} onAxis={setAxis} />
      <div class="figures">
        {fans.map((fan) => {
          const { series } = fan;
          if (!series) return <Missing fan={fan} reason={words.notAll} key={fan.id} />;
          if (!hasValues(series)) return <Missing fan={fan} reason={words.noData} key={fan.id} />;
          return <Fan report={report} fan={fan} series={series} fromZero={axis} key={fan.id} />;
        })}
      </div>
    </>
  );
}
