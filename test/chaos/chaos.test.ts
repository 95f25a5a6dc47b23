import { expect, it } from 'vitest';
import { chaos } from './run.ts';

it('[S2] [S3] [R3] half a minute of kills and cuts loses nothing and doubles nothing', async () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  console.log(`npm run chaos -- --seed ${seed}`);
  const { differences, counts } = await chaos({ seed, seconds: 25, people: 5 });
  console.log(Object.fromEntries(counts));
  expect(differences).toEqual([]);
  expect(counts.get('messages written')).toBeGreaterThan(20);
}, 240_000);
