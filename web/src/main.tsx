import { render } from 'preact';
import { App } from './app';
import { oneLine } from './data/names';
import { readPage, type PageReading } from './data/page';
import { texts } from './text';
import { texts as exploreTexts } from './text/explore';
import './style';

function titleOf(page: PageReading): string {
  if ('problem' in page) return texts.problemTitle;
  if ('explore' in page) return exploreTexts.windowTitle;
  return texts.windowTitle(oneLine(page.report.scenario.title, 80));
}

const reading = readPage(document.getElementById('report-data')?.textContent ?? '');
document.documentElement.lang = texts.language;
document.title = titleOf(reading);

const place = document.getElementById('app');
if (place) render(<App reading={reading} />, place);
