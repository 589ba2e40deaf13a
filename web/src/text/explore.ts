// The words of the explorer, in the language of the page.
import { enDiary } from './en_diary';
import { enExplore } from './en_explore';

export const texts: typeof enExplore = enExplore;
export const diaryTexts: typeof enDiary = enDiary;
