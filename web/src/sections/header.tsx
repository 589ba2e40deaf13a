// Title, question and the facts of the scenario.
import { dateOfDay, plainDate } from '../data/days';
import { oneLine } from '../data/names';
import { plainNumber } from '../data/numbers';
import type { Report } from '../data/types';
import { Disclosure } from '../parts/disclosure';
import { Awaits, LanguageSwitch } from '../parts/language_switch';
import { texts } from '../text';
import { cityText } from '../text/city';
import { told } from '../text/program';
import type { SectionProps } from './section';

const words = texts.facts;

/** Longer titles are cut in the heading and stand in full below it. */
const longestTitle = 200;

function where({ cities }: Report): string {
  const residents = cities.reduce((sum, city) => sum + city.residents, 0);
  const only = cities[0];
  if (cities.length === 1 && only) return words.city({ label: cityText(only.label), residents: plainNumber(residents) });
  return words.cityCount({ cities: plainNumber(cities.length), residents: plainNumber(residents) });
}

/** Of a study of many points each has its plays. */
function howOften({ replicates, sweep, sensitivity, provenance, extent }: Report): string {
  const slots = { replicates: plainNumber(replicates), seed: String(provenance.seed) };
  // Of very many points a page has some, picked by lot.
  const swept = sweep && Math.max(sweep.points.length, Math.floor((extent?.asked_for ?? 0) / Math.max(1, replicates)));
  const points = sensitivity?.points ?? swept ?? 1;
  return points > 1 ? words.replicatesEach({ points: plainNumber(points), ...slots }) : words.replicates(slots);
}

function facts(report: Report): [string, string][] {
  const { start, days } = report.scenario;
  const on = (day: number) => plainDate(dateOfDay(start, day));
  return [
    [words.cities, where(report)],
    [words.time, words.days({ from: on(0), to: on(days - 1), days: plainNumber(days) })],
    [words.runs, howOften(report)],
  ];
}

/** A title that is cut in the heading stands here in full. */
export function WholeTitle({ title }: { title: string }) {
  if (title.length <= longestTitle) return null;
  return (
    <Disclosure summary={texts.wholeTitle}>
      {() => (
        <p class="whole">
          <bdi>{title}</bdi>
        </p>
      )}
    </Disclosure>
  );
}

/** What was asked, where, when and how often. */
export function Question({ report }: SectionProps) {
  return (
    <div class="asked">
      <p class="question">
        <bdi>{told(report.scenario.question)}</bdi>
      </p>
      <dl class="facts">
        {facts(report).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function Header({ report }: SectionProps) {
  const title = told(report.scenario.title);
  const long = title.length > longestTitle;
  return (
    <header class="page-header">
      <p class="product">{texts.reportOf}</p>
      <LanguageSwitch />
      <Awaits />
      <h1>
        <bdi>{long ? oneLine(title, longestTitle) : title}</bdi>
      </h1>
      <WholeTitle title={title} />
      <Question report={report} />
    </header>
  );
}
