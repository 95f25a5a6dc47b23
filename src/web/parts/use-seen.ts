import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Runs once the element has come into sight. */
export function useSeen(element: RefObject<Element | null>, run: () => void): void {
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      run();
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
}
