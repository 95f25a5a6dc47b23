import { signal } from '@preact/signals';

/** Whether the device has a network; where it has, the room may be out of reach all the same. */
export const isOnline = signal(navigator.onLine);

for (const change of ['online', 'offline']) {
  addEventListener(change, () => (isOnline.value = navigator.onLine));
}

/** Lets the page open without a network from the next visit on. Where a browser does not have it, all else is as it was. */
export function openOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => {});
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
