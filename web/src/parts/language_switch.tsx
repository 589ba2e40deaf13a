// The other language, one press away; nothing that is set is lost.
import { setLanguage, texts, type Language } from '../text';

export function LanguageSwitch() {
  const { to, toLanguage } = texts.switch;
  return (
    <button
      type="button"
      class="link language"
      lang={toLanguage}
      onClick={() => setLanguage(toLanguage as Language)}
    >
      {to}
    </button>
  );
}

/** Said on every page in a language that no native reader has gone through. */
export function Awaits() {
  const { awaits } = texts.switch;
  return awaits ? <p class="awaits">{awaits}</p> : null;
}
