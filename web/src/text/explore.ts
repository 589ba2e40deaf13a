// The words of the explorer, in the language of the page.
import { enDiary, enExplore } from './en';

export const texts: typeof enExplore = enExplore;
export const diaryTexts: typeof enDiary = enDiary;
