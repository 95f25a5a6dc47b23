/** The pages of one browser, which share a storage, as far as one of them can know of another. */
export interface Tabs {
  /** Names this page for as long as it lives; no later one is called the same. */
  readonly self: string;
  /**
   * Runs once the page of that name is gone, by a crash too, and never before this returns. Of several pages that wait
   * for the same, each runs when the one before has done so.
   */
  whenGone(tab: string, run: () => void): void;
  /** Told each key of the storage that another page writes. */
  onWrite(listener: (key: string) => void): void;
}
