// Every word of the page that does not come with the results, in the language that is shown.
export { language, onSwitch, setLanguage, texts, type Language } from './table';
export type { Texts } from './shape';
