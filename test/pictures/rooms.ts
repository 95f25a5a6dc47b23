import type { Browser } from 'playwright-core';
import { Person } from '../support/person.ts';
import type { Kept } from './camera.ts';
import { GREEDY_CODE, MARKDOWN, RIGHT_TO_LEFT } from './texts.ts';

type Cast = {
  readonly ann: Person;
  readonly bruno: Person;
  readonly chiyo: Person;
};

/** Talks in all the rooms that the pictures show. Answers what Chiyo's browser keeps of them, who left before the last words. */
export async function fillRooms(browser: Browser, origin: string): Promise<Kept> {
  const [ann, bruno, chiyo] = await Promise.all([somebody(browser), somebody(browser), somebody(browser)]);
  const cast = { ann, bruno, chiyo };
  const tea = `${origin}/r/tea`;
  await ann.joinRoom(tea, 'Ann');
  await bruno.joinRoom(tea, 'Bruno');
  await chiyo.joinRoom(tea, 'Chiyo 千代');
  await says(cast, ann, 'Half past four, as every day.');
  await says(await enter(cast, `${origin}/r/聊天室`), chiyo, '各位早上好！');
  await write(await enter(cast, `${origin}/r/markdown`), [[ann, MARKDOWN]]);
  await write(await enter(cast, `${origin}/r/review`), [[bruno, GREEDY_CODE]]);
  await write(await enter(cast, `${origin}/r/مقهى`), [
    [ann, RIGHT_TO_LEFT[0]],
    [chiyo, RIGHT_TO_LEFT[1]],
    [bruno, RIGHT_TO_LEFT[2]],
    [ann, RIGHT_TO_LEFT[3]],
  ]);
  await write(await enter(cast, `${origin}/r/archive`), [
    [ann, 'What is the longest word that you know?'],
    [
      bruno,
      `${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3)}`,
    ],
    [ann, `https://example.org/${'a-very-long-path/'.repeat(12)}?and=${'more'.repeat(20)}`],
  ]);
  await chatInTheGarden(await enter(cast, `${origin}/r/garden-club`));
  return leave(cast, tea);
}

const somebody = (browser: Browser) => Person.at(browser, { viewport: { width: 1280, height: 800 } });

async function enter<Those extends Partial<Cast>>(those: Those, room: string): Promise<Those> {
  await Promise.all(
    Object.values<Person>(those).map(async (person) => {
      await person.opens(room);
      await person.page.getByRole('status').getByText('Connected').waitFor();
    }),
  );
  return those;
}

/** `marked` is a part of the text that stands in the message as it is shown. */
async function says(cast: Partial<Cast>, who: Person, text: string, marked = text): Promise<void> {
  await who.sendMessage(text);
  for (const hearer of Object.values<Person>(cast)) await hearer.hasSent(marked);
}

async function write(cast: Cast, said: readonly (readonly [Person, string])[]): Promise<void> {
  for (const [who, text] of said) await says(cast, who, text, /[\p{L}\p{M}]+/u.exec(text)?.[0]);
}

/** Whatever can happen to a message. */
async function chatInTheGarden(cast: Cast): Promise<void> {
  const { ann, bruno, chiyo } = cast;
  await says(cast, ann, 'Morning! Who is bringing seedlings on Saturday?');
  await says(cast, bruno, 'I have eleven tomatoes too many. Nobody tells you that they all come up.');
  await says(cast, bruno, 'Also two trays of basil 🌿');
  await ann.does('Reply', 'Also two trays');
  await says(cast, ann, 'I will take the basil. And the tomatoes, before you plant them in the bath again.');
  await react(bruno, 'I will take the basil', '👍');
  await react(chiyo, 'I will take the basil', '👍');
  await react(chiyo, 'I will take the basil', '😂');
  await says(cast, bruno, 'Wrong room, sorry.');
  await bruno.does('Delete', 'Wrong room');
  await bruno.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await ann.message('Message deleted').waitFor();
  await says(cast, chiyo, 'I can bring the big table');
  await chiyo.does('Edit', 'I can bring');
  await chiyo.sendMessage('I can bring the big table, and two chairs.');
  await ann.message('(edited)').waitFor();
  await ann.sendMessage('@"Chiyo 千代" The present for Bruno is in the shed.');
  await chiyo.hasSent('The present for Bruno');
}

/** What is said once Chiyo has gone, new to her when she comes back. */
async function leave({ ann, bruno, chiyo }: Cast, elsewhere: string): Promise<Kept> {
  await chiyo.page.waitForFunction(() => localStorage.getItem('parlor:read:garden-club'));
  await chiyo.opens(new URL('/', elsewhere).href);
  const kept = await chiyo.context.storageState();
  await chiyo.page.close();
  const others = { ann, bruno };
  await says(
    others,
    bruno,
    'Meeting point as always: https://www.openstreetmap.org/#map=17/48.8/2.3',
    'Meeting point',
  );
  await says(others, ann, 'Could Chiyo 千代 open the gate? @Chiyo 千代 has the key.', 'Could Chiyo');
  await says(others, ann, '🌻🌻');
  await enter(others, elsewhere);
  await says(others, bruno, 'The kettle is on.');
  await enter(others, elsewhere.replace('tea', 'garden-club'));
  return kept;
}

async function react(person: Person, text: string, emoji: string): Promise<void> {
  await person.does('React', text);
  await person.page.getByRole('button', { name: emoji }).last().click();
  await person.message(text).getByRole('button', { name: emoji }).waitFor();
}
