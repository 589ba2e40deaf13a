// Paired differences against other scenarios on the same luck.
import { fileName } from '../data/names';
import { between, gap } from '../data/gaps';
import { counted, isPercent, plainNumber } from '../data/numbers';
import { coverOf, toCsv } from '../data/csv';
import { helpOfLuck, isTold } from '../data/differences';
import { csvOf } from '../data/row_csv';
import { differenceColumns, differenceOfPlaysColumns, type DifferenceOfPlays } from '../data/rows';
import type { AnyDifference } from '../data/types';
import type { Value } from '../data/value';
import { saveFile } from '../figures/save';
import { Strip } from '../parts/strip';
import { Table } from '../parts/table';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { told } from '../text/program';
import { sourceLine, type SectionProps } from './section';
import { SaveCsv } from '../parts/save_csv';

const words = texts.differences;

function number(value: Value): string {
  return value === null ? texts.notDefined : plainNumber(value);
}

function difference(value: Value, unit: string): string {
  return isPercent(unit) ? gap(value, unit) : counted(value, unit);
}

function signed(value: Value, unit: string): string {
  return value !== null && value > 0 ? `+${difference(value, unit)}` : difference(value, unit);
}

function strip({ difference, low, high }: AnyDifference) {
  if (difference === null || low === null || high === null) return null;
  // No difference at all stands in the middle.
  const reach = 1.1 * Math.max(Math.abs(low), Math.abs(high)) || 1;
  return <Strip lo={low} mid={difference} hi={high} from={-reach} to={reach} mark={0} />;
}

/** Plays that each drew their values: what is told is of single plays, not of a mean. */
const isOfPlays = (one: AnyDifference): one is DifferenceOfPlays => 'draws' in one;

/** Of the two kinds their own columns. */
function csvColumns(all: AnyDifference[]) {
  return all.some(isOfPlays) ? differenceOfPlaysColumns : differenceColumns;
}

/** What shared luck does for a mean, or luck alone among plays that draw. */
export function luckText(one: AnyDifference): string {
  if (isOfPlays(one)) return between(one.luck_low, one.luck_high, one.unit);
  const { correlation, variance_reduction: reduction } = one;
  return reduction === null ? words.noLuck : words.luck({ correlation: number(correlation), reduction: number(reduction) });
}

function cells(one: AnyDifference) {
  const { label, unit, low, high } = one;
  return [
    <bdi>{label}</bdi>,
    <span class="strong">{signed(one.difference, unit)}</span>,
    <>
      {between(low, high, unit)} {strip(one)}
    </>,
    <>
      <span class={isTold(one) ? 'badge sure' : 'badge'}>{told(one.told)}</span> <span class="aside">{helpOfLuck(one)}</span>
    </>,
    luckText(one),
  ];
}

export function Differences({ report }: SectionProps) {
  const all = report.differences ?? [];
  const others = [...new Set(all.map(({ scenario }) => scenario))];
  const save = () => {
    const { columns, rows, units } = csvOf(csvColumns(all), all);
    const name = fileName([report.scenario.name, 'differences'], 'csv');
    saveFile(name, 'text/csv;charset=utf-8', toCsv(columns, rows, coverOf('Differences on shared luck', sourceLine(report), units)));
  };
  return (
    <>
      <p class="intro">
        <Glossed text={words.intro} />
      </p>
      {others.map((other) => (
        <div key={other}>
          <h3>
            <bdi>{words.against({ other })}</bdi>
          </h3>
          <Table
            className="stacked"
            label={words.tableLabel({ other })}
            columns={all.some(isOfPlays) ? words.playsColumns : words.columns}
            rows={all
              .filter((one) => one.scenario === other)
              .map(cells)}
          />
        </div>
      ))}
      <div class="actions">
        <SaveCsv title={words.heading} save={save} />
      </div>
    </>
  );
}
