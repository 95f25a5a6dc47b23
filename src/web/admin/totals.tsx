import './totals.css';
import type { DayUsage, Listing } from '../../protocol/listing.ts';
import { Chart } from './chart.tsx';
import { count, dollars, size } from './figures.ts';
import { dollarsAMonth } from './prices.ts';
import { thirtyDays } from './thirty-days.ts';
import { words } from './words.ts';

export const requestsOf = (day: DayUsage) => day.requests;
export const rowsOf = (day: DayUsage) => day.rowsWritten;

export function Totals({ listing: { total, days } }: { listing: Listing }) {
  const figures = [
    [words.rooms, count(total.rooms)],
    [words.members, count(total.members)],
    [words.messages, count(total.head)],
    [words.storage, size(total.bytes)],
    [words.cost, dollars(dollarsAMonth(days, total.bytes))],
  ];
  return (
    <>
      <h2 class="visually-hidden">{words.totals}</h2>
      <dl class="totals">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <div class="totals-charts">
        <BigChart name={words.requests} days={days} of={requestsOf} />
        <BigChart name={words.rows} days={days} of={rowsOf} />
      </div>
    </>
  );
}

function BigChart({ name, days, of }: Parameters<typeof Chart>[0]) {
  const sum = days.reduce((sum, day) => sum + of(day), 0);
  return (
    <section>
      <h3>
        {name} <small>{words.thirtyDays}</small>
        <span class="totals-sum">{count(sum)}</span>
      </h3>
      <Chart name={name} days={thirtyDays(days, Date.now())} of={of} />
    </section>
  );
}
