import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { roomPath } from '../../protocol/room-name.ts';

const SHOWN = 2_000;

export const roomLink = (room: string) => location.origin + roomPath(room);

/** The address of one message. */
export const messageLink = (room: string, seq: number) => `${roomLink(room)}#${seq}`;

/** Whether `text` was copied a moment ago, and how to copy it. */
export function useCopied(text: string): [isCopied: boolean, copy: () => void] {
  const copied = useSignal(0);
  useEffect(() => {
    if (!copied.value) return;
    const timer = setTimeout(() => (copied.value = 0), SHOWN);
    return () => clearTimeout(timer);
  }, [copied.value]);
  const copy = async () => {
    if (await copyText(text)) copied.value++;
  };
  return [copied.value > 0, () => void copy()];
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Without HTTPS (a laptop that serves its own network) there is no clipboard API. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
