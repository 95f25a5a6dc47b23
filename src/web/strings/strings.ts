export { strings } from './en.ts';
