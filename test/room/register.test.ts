import { MemoryRegister } from '../support/memory-register.ts';
import { MemoryTranscript } from '../support/memory-transcript.ts';
import { describeRegister } from '../support/register-contract.ts';

describeRegister('The one in memory', (check) => {
  const transcript = new MemoryTranscript();
  const register = new MemoryRegister(transcript);
  check({ transcript: () => transcript, register: () => register });
});
