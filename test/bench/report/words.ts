/** Figures as a reader takes them in: what is not known is a dash. */
const known = (value: number | undefined, write: (value: number) => string) =>
  value === undefined || !Number.isFinite(value) ? '–' : write(value);

/** Two or three digits that mean something, the rest zeros. */
export const rounded = (value: number | undefined) =>
  known(value, (figure) => Number(figure.toPrecision(3)).toLocaleString('en'));

export const whole = (value: number | undefined) =>
  known(value, (figure) => Math.round(figure).toLocaleString('en'));

export const milliseconds = (value: number | undefined) =>
  known(value, (figure) =>
    figure < 10 ? figure.toFixed(2) : figure < 100 ? figure.toFixed(1) : figure.toFixed(0),
  );

export const micros = (value: number | undefined) =>
  known(value, (figure) => (figure < 10 ? figure.toFixed(2) : figure.toFixed(1)));

export const kilobytes = (bytes: number | undefined) => known(bytes, (figure) => (figure / 1_024).toFixed(1));

export const percent = (share: number | undefined) =>
  known(share, (figure) => `${Math.round(figure * 100)} %`);

export const dollars = (value: number | undefined) => known(value, (figure) => `$${figure.toFixed(3)}`);

export const times = (value: number | undefined) =>
  known(value, (figure) => `${figure < 10 ? figure.toFixed(2) : figure.toFixed(1)} ×`);

/** A table in Markdown; the first column is text, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(['---', ...head.slice(1).map(() => '---:')]), ...rows.map(line)].join('\n');
}
