import './composer-count.css';
import { limits } from '../../protocol/limits.ts';
import { codePoints } from '../../protocol/text.ts';
import { strings } from '../strings/strings.ts';
import { useSession } from './session.ts';

const COUNT_FROM = 300;

/** How much more may be written, where that is little. */
export function ComposerCount() {
  const left = roomLeft(useSession().composer.text.value);
  if (left > COUNT_FROM) return null;
  return (
    <p class={left < 0 ? 'composer-count composer-count-over' : 'composer-count'}>
      {left < 0 ? strings.composer.over(-left) : strings.composer.left(left)}
    </p>
  );
}

/** Code points that may still be written; below zero, that are too many. */
function roomLeft(text: string): number {
  return limits.textLength - codePoints(text.trim());
}
