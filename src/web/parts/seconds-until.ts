import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const TICK = 500;

/** The whole seconds that are left until a Unix time in ms, at least one. */
export function useSecondsUntil(until: number): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  return Math.max(1, Math.ceil((until - now.value) / 1_000));
}
