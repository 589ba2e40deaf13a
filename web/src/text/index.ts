// The language of the page. Another language is another file with the same keys.
import { en } from './en';

export type Texts = typeof en;

export const texts: Texts = en;
