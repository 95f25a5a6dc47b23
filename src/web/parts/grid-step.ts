/**
 * Where a key leads among cells that are counted through grids of those `sizes`, one below the other. Undefined where
 * it leads nowhere, as up from the first row.
 */
export function gridStep(
  key: string,
  sizes: readonly number[],
  columns: number,
  from: number,
): number | undefined {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: count - 1 }[key];
  if (to !== undefined) return to >= 0 && to < count ? to : undefined;
  const grid = gridOf(sizes, from);
  if (key === 'ArrowDown') return below(sizes, columns, from, grid);
  return key === 'ArrowUp' ? above(sizes, columns, from, grid) : undefined;
}

interface Grid {
  readonly index: number;
  /** The first of its cells. */
  readonly start: number;
}

function gridOf(sizes: readonly number[], cell: number): Grid {
  let start = 0;
  const index = sizes.findIndex((size) => {
    if (cell < start + size) return true;
    start += size;
    return false;
  });
  return { index, start };
}

function below(sizes: readonly number[], columns: number, from: number, { index, start }: Grid) {
  const size = sizes[index] ?? 0;
  const at = from - start;
  if (at + columns < size) return from + columns;
  if (rowOf(at, columns) < rowOf(size - 1, columns)) return start + size - 1;
  const next = sizes[index + 1];
  return next ? start + size + Math.min(at % columns, next - 1) : undefined;
}

function above(sizes: readonly number[], columns: number, from: number, { index, start }: Grid) {
  const at = from - start;
  if (at >= columns) return from - columns;
  const size = sizes[index - 1];
  if (!size) return undefined;
  const lastRow = start - size + rowOf(size - 1, columns) * columns;
  return Math.min(lastRow + at, start - 1);
}

const rowOf = (at: number, columns: number) => Math.floor(at / columns);
