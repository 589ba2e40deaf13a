// The line on top of a report: what this is, where its parts are, the other language.
import { Awaits, LanguageSwitch } from '../parts/language_switch';
import { texts } from '../text';

const words = texts.bar;

export function ReportBar() {
  return (
    <header class="bar">
      <p class="what">
        <strong>{words.report}</strong>
        <span>: {words.nobody}</span>
      </p>
      <nav aria-label={words.links}>
        <a href="#contents">{texts.contents}</a>
        <LanguageSwitch />
      </nav>
      <Awaits />
    </header>
  );
}
