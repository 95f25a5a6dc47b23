import './qr-code.css';
import { encode } from 'uqr';

/** In modules: what a scanner needs to see around the code. */
const QUIET = 4;

/** Dark on light in every colour scheme: many scanners read nothing else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={outline(data)} />
    </svg>
  );
}

/** One bar for each run of dark modules. */
function outline(rows: readonly (readonly boolean[])[]): string {
  const bars = rows.flatMap((row, y) => runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return bars.join('');
}

function runs(row: readonly boolean[]): (readonly [start: number, length: number])[] {
  const found: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = found.at(-1);
    if (isDark && last && last[0] + last[1] === x) last[1]++;
    else if (isDark) found.push([x, 1]);
  });
  return found;
}
