// The line on top: what this is, other campaigns, taking it away, the other language.
import { useState } from 'preact/hooks';
import type { ExplorerState } from '../explore/data/link';
import { linkOf } from '../explore/data/link';
import type { Base } from '../explore/data/setting';
import type { Model } from '../explore/model/use_model';
import { Awaits, LanguageSwitch } from '../parts/language_switch';
import { savePage } from '../share/page';
import { texts } from '../text';

const words = texts.first;

/** The value of a choice that is no scenario of the model's. */
const ownFile = '';

interface CampaignsProps {
  model: Model;
  state: ExplorerState;
  /** What the page was made with. */
  own: Base;
  onOpen: (base: Base) => void;
}

/** A campaign of one's own stays in the list, so that whoever looks at another one finds back. */
function Campaigns({ model, state, own, onOpen }: CampaignsProps) {
  const file = 'name' in state.base ? own : state.base;
  const now = 'name' in state.base ? state.base.name : ownFile;
  return (
    <label class="campaigns">
      <span class="unseen">{words.other}</span>
      <select value={now} onChange={({ currentTarget: { value } }) => onOpen(value === ownFile ? file : { name: value })}>
        {!('name' in file) && <option value={ownFile}>{file.file}</option>}
        {model.about.scenarios
          .filter((name) => !model.about.too_big.includes(name))
          .map((name) => (
            <option value={name} key={name}>
              {texts.scenarioNames[name] ?? name}
            </option>
          ))}
      </select>
    </label>
  );
}

function SaveMenu({ state }: { state: ExplorerState }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    const address = location.href.split('#')[0] + linkOf(state);
    const written = navigator.clipboard?.writeText(address);
    if (written) written.then(() => setSaid(words.menu.copied), () => setSaid(address));
    else setSaid(address);
  };
  return (
    <details class="menu">
      <summary>{words.save}</summary>
      <div class="menu-list">
        <button type="button" onClick={() => savePage(linkOf(state))}>
          {words.menu.page}
        </button>
        <button type="button" onClick={copy}>
          {words.menu.link}
        </button>
        <p role="status">{said}</p>
      </div>
    </details>
  );
}

interface HeaderProps {
  model: Model | null;
  state: ExplorerState | null;
  own: Base;
  onOpen: (base: Base) => void;
}

export function FirstHeader({ model, state, own, onOpen }: HeaderProps) {
  return (
    <header class="bar">
      <p class="what">
        <strong>{words.simulation}</strong>
        <span>: {words.nobody}</span>
      </p>
      <nav aria-label={words.save}>
        {model && state && <Campaigns model={model} state={state} own={own} onOpen={onOpen} />}
        {state && <SaveMenu state={state} />}
        <LanguageSwitch />
      </nav>
      <Awaits />
    </header>
  );
}

/** The same line on a report. */
export function ReportBar({ isBrief }: { isBrief: boolean }) {
  return (
    <header class="bar">
      <p class="what">
        <strong>{texts.bar.report}</strong>
        <span>: {texts.bar.nobody}</span>
      </p>
      <nav aria-label={texts.bar.links}>
        {!isBrief && (
          <>
            <a href="#contents">{texts.contents}</a>
            <a href="#brief">{texts.brief.open}</a>
          </>
        )}
        <LanguageSwitch />
      </nav>
      <Awaits />
    </header>
  );
}
