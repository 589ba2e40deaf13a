import { render } from 'preact';
import { App } from './app';
import { oneLine } from './data/names';
import { readReport } from './data/read';
import { texts } from './text';
import './style';

const reading = readReport(document.getElementById('report-data')?.textContent ?? '');
document.documentElement.lang = texts.language;
document.title =
  'problem' in reading
    ? texts.problemTitle
    : texts.windowTitle(oneLine(reading.report.scenario.title, 80));

const place = document.getElementById('app');
if (place) render(<App reading={reading} />, place);
