export const MARKDOWN = `**The plan for Saturday**, as it stands:

1. Meet at the gate at *nine*
2. Carry the table, ~~two~~ three people
3. Plant, water, eat

- tomatoes along the wall
- basil in the \`frames\`, [as last year](https://example.org/plan)

> Nobody tells you that they all come up.

\`\`\`sh
ls seeds/*.csv | wc -l
\`\`\``;

export const GREEDY_CODE = `The whole of it:
\`\`\`ts
/** Puts the seedlings where the sun is. */
export async function plant(bed: Bed, seedlings: readonly Seedling[]): Promise<Plan> {
  const rows = new Map<number, Seedling[]>();
  for (const seedling of seedlings) {
    const row = Math.floor(seedling.needsSun * bed.rows);
    rows.set(row, [...(rows.get(row) ?? []), seedling]);
  }
  if (rows.size === 0) throw new Error('There is nothing to plant.');
  return { bed, rows, water: 'in the evening', note: \`\${seedlings.length} seedlings, and a line that is far too long to stand in any column\` };
}

class Bed {
  #isWatered = false;
  constructor(readonly rows: number, readonly name = 'south') {}
  water(litres: number): void {
    this.#isWatered ||= litres > 2.5; // more does no harm
  }
}

export const beds: Record<string, Bed> = {
  south: new Bed(12),
  wall: new Bed(4, 'wall'),
};

for (const [name, bed] of Object.entries(beds)) {
  bed.water(3);
  console.log(name, await plant(bed, await readSeedlings(name)));
}
\`\`\``;

/** Two that are read from the right, one of both directions, one from the left. */
export const RIGHT_TO_LEFT = [
  'صباح الخير! من سيحضر الشتلات يوم السبت؟',
  'בוקר טוב! אני מביאה שתי קופסאות ריחן ושולחן גדול.',
  'نلتقي عند البوابة، gate 4، الساعة 9:30 كالعادة',
  'See you there — and شكراً!',
] as const;
