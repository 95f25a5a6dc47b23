/** Keeps the page above an on-screen keyboard where the browser lays the keyboard over the page (iOS). */
export function followKeyboard(): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = () => {
    const isZoomed = viewport.scale > 1.01;
    const height = isZoomed ? '' : `${viewport.height}px`;
    document.documentElement.style.setProperty('--viewport-height', height);
    if (!isZoomed) window.scrollTo(0, 0);
  };
  if (isOverlaid()) viewport.addEventListener('resize', follow);
}

const isOverlaid = () => /iP(hone|ad|od)/.test(navigator.userAgent) || navigator.platform === 'MacIntel';
