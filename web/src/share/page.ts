// The page that is open as a file of its own: the same page, with the state it is in. One file, offline.
import { fileName } from '../data/names';
import { saveFile } from '../figures/save';
import { language } from '../text';

/** The page as it was delivered, with the state beside its data; what the script has drawn is left out. */
export function pageWith(link: string): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  copy.querySelector('#app')?.replaceChildren();
  copy.querySelector('#saved-state')?.remove();
  const saved = document.createElement('script');
  saved.type = 'text/plain';
  saved.id = 'saved-state';
  saved.textContent = link;
  copy.querySelector('#report-data')?.before(saved);
  copy.lang = language();
  copy.setAttribute('data-language', language());
  return `<!doctype html>\n${copy.outerHTML}\n`;
}

export function savePage(link: string): void {
  saveFile(fileName(['explorer'], 'html'), 'text/html;charset=utf-8', pageWith(link));
}
