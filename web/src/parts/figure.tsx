// A figure: heading, drawing, a sentence that says what it shows, the numbers, and both as files.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { coverOf, toCsv, type Cell } from '../data/csv';
import { fileName } from '../data/names';
import { pngOf } from '../figures/png';
import { saveBlob, saveFile, standaloneSvg } from '../figures/save';
import { texts } from '../text';
import { Chart } from './chart';
import { Disclosure } from './disclosure';
import { Table } from './table';
import { SaveCsv } from './save_csv';

export interface FigureProps {
  id: string;
  title: string;
  /** Stands small above the title: what the figure belongs to. */
  over?: string;
  /** One line for the saved drawing: which program, which scenario. */
  source: string;
  /** Parts of the name of saved files. */
  file: string[];
  draw: (width: number) => SVGSVGElement;
  columns: string[];
  /** The numbers in words, for the table. */
  rows: () => string[][];
  /** The exact numbers, for the file. */
  csv: () => { columns: string[]; rows: Cell[][]; units?: string };
  children?: ComponentChildren;
}

export function Figure(props: FigureProps) {
  const { id, title, over, source, file, draw, columns, rows, csv, children } = props;
  const place = useRef<HTMLElement>(null);
  const standing = () => {
    const drawing = place.current?.querySelector<SVGSVGElement>('.chart svg');
    return drawing ? standaloneSvg(drawing, { title, source }) : null;
  };
  const saveSvg = () => {
    const svg = standing();
    if (svg) saveFile(fileName(file, 'svg'), 'image/svg+xml', svg);
  };
  const savePng = async () => {
    const svg = standing();
    if (svg) saveBlob(fileName(file, 'png'), await pngOf(svg));
  };
  const saveCsv = () => {
    const data = csv();
    saveFile(fileName(file, 'csv'), 'text/csv;charset=utf-8', toCsv(data.columns, data.rows, coverOf(title, source, data.units)));
  };
  return (
    <figure class="figure" id={`figure-${id}`} ref={place} aria-labelledby={`title-${id}`}>
      {over && (
        <p class="over">
          <bdi>{over}</bdi>
        </p>
      )}
      <h3 id={`title-${id}`}>
        <bdi>{title}</bdi>
      </h3>
      <Chart draw={draw} />
      <figcaption>{children}</figcaption>
      <div class="actions">
        <button type="button" aria-label={texts.figure.svgOf({ title })} onClick={saveSvg}>
          {texts.figure.svg}
        </button>
        <button type="button" aria-label={texts.figure.pngOf({ title })} onClick={() => void savePng()}>
          {texts.figure.png}
        </button>
        <SaveCsv title={title} save={saveCsv} />
      </div>
      <Disclosure summary={texts.figure.table} label={texts.figure.tableOf({ title })}>
        {() => <Table label={title} columns={columns} rows={rows()} />}
      </Disclosure>
    </figure>
  );
}
