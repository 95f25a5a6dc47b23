import './chart.css';
import type { DayUsage } from '../../protocol/listing.ts';
import { count, dayOfMonth } from './figures.ts';
import { words } from './words.ts';

interface ChartProps {
  name: string;
  /** Thirty, ascending. */
  days: readonly DayUsage[];
  of: (day: DayUsage) => number;
}

const HEIGHT = 28;
const STEP = 4;
const BAR = 3;

/** A bar a day, as high as the day was beside the highest. Who hears it is told the sum and the highest. */
export function Chart({ name, days, of }: ChartProps) {
  const values = days.map(of);
  const most = Math.max(...values);
  const sum = values.reduce((sum, value) => sum + value, 0);
  const highest = days[values.indexOf(most)]?.day ?? '';
  const label =
    most > 0 ? words.chart(name, count(sum), count(most), dayOfMonth(highest)) : words.chartOfNothing(name);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${values.length * STEP - (STEP - BAR)} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {values.map((value, at) => {
        const height = value > 0 ? Math.max(2, (value / most) * HEIGHT) : 1;
        return (
          <rect
            key={days[at]?.day}
            class={value > 0 ? undefined : 'chart-none'}
            x={at * STEP}
            y={HEIGHT - height}
            width={BAR}
            height={height}
          />
        );
      })}
    </svg>
  );
}
