const KEY = 'parlor:renewed';

/** Loads a page anew that is older than its room (J1), once: a server that is itself the older one is left to the person. */
export function renewPage(): void {
  try {
    if (sessionStorage.getItem(KEY) !== null) return;
    sessionStorage.setItem(KEY, 'tried');
  } catch {
    return;
  }
  location.reload();
}

/** The room takes this page as it is. */
export function isRenewed(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing is kept, so nothing was tried.
  }
}
