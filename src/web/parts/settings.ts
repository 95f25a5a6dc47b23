import { namesIn } from '../../protocol/fields.ts';
import { languages } from '../strings/languages.ts';
import { keptChoice } from './kept.ts';

const spoken = namesIn(languages);

/** What the person has chosen for all rooms, in this browser; until they do, the first. */
export const theme = keptChoice('theme', ['system', 'light', 'dark']);
export const languageChoice = keptChoice('language', ['browser', ...spoken]);
export const timeFormat = keptChoice('time-format', ['language', '12', '24']);
