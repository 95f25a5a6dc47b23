import type { Figures } from '../figures.ts';
import { P99_MOST } from '../measure/step.ts';
import { provenance } from './document.ts';
import { type Held, heldAt, sizesOf, titleOf } from './held.ts';
import { deliveriesOf } from './tables.ts';
import { times, whole } from './words.ts';

/** All lengths in px; text is set on a grid of rows. */
const WIDTH = 840;
const MARGIN = 32;
const HEADER = 92;
const GUTTER = 40;
const COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2;
const ROW = 24;
const BAR = 12;
const HEADING = 34;
const PANEL_GAP = 30;
const NAMES = 88;
const FIGURES = 148;
const LONGEST = COLUMN - NAMES - FIGURES;
const FOOTER = 24;

/** The page's own colours (src/web/styles/tokens.css). */
const STYLE = `
    text { font: 13px ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; fill: #5e6058; }
    .paper { fill: #fdfcfa; stroke: #e8e5dd; }
    .title { font-size: 19px; font-weight: 650; fill: #1d1e1a; }
    .size { font-weight: 600; fill: #1d1e1a; }
    .figure { font-variant-numeric: tabular-nums; }
    .ours { font-weight: 600; fill: #15664e; }
    .bar { fill: #cfccc2; }
    .bar.ours { fill: #15664e; }
    .rule { stroke: #e8e5dd; }
    @media (prefers-color-scheme: dark) {
      text { fill: #abaca1; }
      .paper { fill: #161714; stroke: #2d2e29; }
      .title, .size { fill: #ecebe4; }
      .ours, .bar.ours { fill: #7bcfae; }
      .bar { fill: #4b4d45; }
      .rule { stroke: #2d2e29; }
    }`;

/** Deliveries a second that each server held, by size of the room, on one scale. */
export function pictureOf(figures: Figures): string {
  const panels = sizesOf(figures).map((members) => heldAt(figures, members));
  const most = Math.max(...panels.flat().map(({ deliveries }) => deliveries));
  const height = panelHeight(panels[0] ?? []);
  const lines = Math.ceil(panels.length / 2);
  const total = HEADER + lines * (height + PANEL_GAP) + FOOTER;
  const title = `Deliveries a second that one core holds, 99 of 100 within ${P99_MOST} ms`;
  const drawn = panels.map((panel, index) => {
    const x = MARGIN + (index % 2) * (COLUMN + GUTTER);
    const y = HEADER + Math.floor(index / 2) * (height + PANEL_GAP);
    return `<g transform="translate(${x} ${y})">${drawPanel(panel, most)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${total}" width="${WIDTH}" height="${total}" role="img" aria-label="${title}">
  <style>${STYLE}
  </style>
  <rect class="paper" x=".5" y=".5" width="${WIDTH - 1}" height="${total - 1}" rx="12"/>
  <text class="title" x="${MARGIN}" y="44">${title}</text>
  <text x="${MARGIN}" y="67">Nothing lost; bodies of 64 bytes; in the last column, how many times the naive room.</text>
  ${drawn.join('\n  ')}
  <text x="${MARGIN}" y="${total - 22}">${escaped(provenance(figures))}</text>
</svg>
`;
}

const panelHeight = (panel: readonly Held[]) => HEADING + panel.length * ROW;

function drawPanel(panel: readonly Held[], most: number): string {
  const members = panel[0]?.members;
  const rows = panel.map((held, index) =>
    drawRow(held, HEADING + index * ROW, (held.deliveries / most) * LONGEST),
  );
  return `
    <text class="size" y="14">${whole(members)} members</text>
    <line class="rule" x1="0" x2="${COLUMN}" y1="23.5" y2="23.5"/>${rows.join('')}`;
}

function drawRow(held: Held, y: number, length: number): string {
  const ours = held.peer === 'parlor' ? ' ours' : '';
  const baseline = y + ROW / 2 + 4.5;
  const ratio = held.peer === 'naive' || held.toNaive === undefined ? '' : times(held.toNaive);
  return `
    <text class="name${ours}" y="${baseline}">${escaped(titleOf(held.peer))}</text>
    <rect class="bar${ours}" x="${NAMES}" y="${y + (ROW - BAR) / 2}" width="${Math.max(2, length).toFixed(1)}" height="${BAR}" rx="2"/>
    <text class="figure${ours}" x="${COLUMN - 62}" y="${baseline}" text-anchor="end">${deliveriesOf(held)}</text>
    <text class="figure${ours}" x="${COLUMN}" y="${baseline}" text-anchor="end">${ratio}</text>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
