/** Whether somebody is at this page. */
export const isWatched = () => document.visibilityState === 'visible' && document.hasFocus();

const WATCH_EVENTS = ['focus', 'blur', 'visibilitychange'] as const;

/** Told whenever somebody may have come to this page or left it. Answers how to stop. */
export function onWatch(listener: () => void): () => void {
  for (const event of WATCH_EVENTS) addEventListener(event, listener);
  return () => {
    for (const event of WATCH_EVENTS) removeEventListener(event, listener);
  };
}
