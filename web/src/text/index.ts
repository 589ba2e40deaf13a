// The language of the page. Another language has the same keys.
import { en } from './en';

export type Texts = typeof en;

export const texts: Texts = en;
