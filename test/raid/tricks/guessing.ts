import { limits } from '../../../src/protocol/limits.ts';
import { call, type Raid } from './raid.ts';

const WORDS = ['password', '123456', 'vault', 'letmein', 'qwerty', 'hunter2', '', 'secret', 'admin', 'open'];
const GUESSES = 20;

/** Guesses a password from many addresses at once, each on a new connection. */
export async function guessing(raid: Raid): Promise<void> {
  const startedAt = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, home) => guessFrom(raid, `192.0.2.${home + 1}`)),
  );
  const looked = answers.flat().filter((code) => code === 'forbidden').length;
  if (looked > limits.passwordTriesOfAll * (2 + minutesSince(startedAt))) {
    raid.ledger.through('guessed passwords', `${looked} guesses were looked at in some seconds`);
  }
}

async function guessFrom(raid: Raid, address: string): Promise<(string | undefined)[]> {
  const answers: (string | undefined)[] = [];
  const startedAt = performance.now();
  for (let guess = 0; guess < GUESSES; guess++) {
    await raid.ledger.try('guessed passwords', async () => {
      const caller = await call(raid, raid.vault, { address });
      const answer = await caller.joins({
        password: `${WORDS[guess % WORDS.length]}${guess > 9 ? guess : ''}`,
      });
      caller.leaves();
      answers.push(answer?.type === 'error' ? answer.code : answer?.type);
      return answer?.type === 'welcome' ? 'was let in' : undefined;
    });
  }
  const looked = answers.filter((code) => code === 'forbidden').length;
  if (looked > limits.passwordTries * (1 + minutesSince(startedAt)) + 3) {
    raid.ledger.through('guessed passwords', `${looked} guesses from one address were looked at`);
  }
  return answers;
}

const minutesSince = (start: number) => (performance.now() - start) / 60_000;
