import { laterStrings } from '../strings/later-strings.ts';
import { type SlashWord, type Slot, slashCommands } from './slash-command.ts';

/** `/mute @name [minutes] [reason]`, in the reader's words. */
export function usageOf(word: SlashWord): string {
  const slots: readonly Slot[] = slashCommands[word];
  return [`/${word}`, ...slots.map(slotName)].join(' ');
}

function slotName(slot: Slot): string {
  const { name, minutes, seconds, reason, text } = laterStrings.commands;
  switch (slot) {
    case 'name':
      return `@${name}`;
    case 'minutes?':
      return `[${minutes}]`;
    case 'reason?':
      return `[${reason}]`;
    case 'seconds':
      return `${seconds}|off`;
    case 'minutes':
      return minutes;
    case 'text':
      return text;
  }
}
