interface Position {
  readonly line: number;
  readonly column: number;
}

/** Of what Stryker writes, what is read here. Its places count from 1. */
export interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: string;
          readonly replacement: string;
          readonly location: { readonly start: Position; readonly end: Position };
        }[];
      }
    >
  >;
}

/** A mistake that was planted: the first line that it changes, before and after. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly was: string;
  readonly is: string;
  readonly isNoticed: boolean;
}

export interface Tally {
  readonly file: string;
  readonly mutants: readonly Mutant[];
}

const NOTICED = ['Killed', 'Timeout', 'RuntimeError', 'CompileError'];

export function byFile({ files }: Report): Tally[] {
  return Object.entries(files)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, { source, mutants }]) => {
      const lines = source.split('\n');
      return {
        file,
        mutants: mutants.map(({ status, replacement, location: { start, end } }) => {
          const first = lines[start.line - 1] ?? '';
          const last = lines[end.line - 1] ?? '';
          const after = first.slice(0, start.column - 1) + replacement + last.slice(end.column - 1);
          const is = after.trim() === ';' ? `// ${first.trim()}` : (after.trim().split('\n', 1)[0] ?? '');
          return { file, line: start.line, was: first.trim(), is, isNoticed: NOTICED.includes(status) };
        }),
      };
    });
}

export const unnoticed = ({ mutants }: Tally): Mutant[] => mutants.filter(({ isNoticed }) => !isNoticed);

/** As it stands in explained.ts. */
export const shown = ({ file, is }: Mutant): string => `${file.replace('src/', '')}: ${is}`;
