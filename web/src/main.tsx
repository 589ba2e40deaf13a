import { render } from 'preact';
import { App } from './app';
import { oneLine } from './data/names';
import { readPage, type PageReading } from './data/page';
import { language, onSwitch, setLanguage, texts } from './text';
import { told } from './text/program';
import { texts as exploreTexts } from './text/explore';
import './style';

function titleOf(page: PageReading): string {
  if ('problem' in page) return texts.problemTitle;
  if ('explore' in page) return exploreTexts.windowTitle;
  return texts.windowTitle({ title: oneLine(told(page.report.scenario.title), 80) });
}

const reading = readPage(document.getElementById('report-data')?.textContent ?? '');
const place = document.getElementById('app');

function show(): void {
  document.documentElement.lang = language();
  document.title = titleOf(reading);
  if (place) render(<App reading={reading} />, place);
}

onSwitch(show);
const saved = document.documentElement.dataset.language;
if ((saved ?? navigator.language).startsWith('ko')) setLanguage('ko');
show();
