import { MemoryTranscript } from '../support/memory-transcript.ts';
import { describeTranscript } from '../support/transcript-contract.ts';

describeTranscript('The one in memory', (check) => {
  const kept = new MemoryTranscript();
  check(() => kept);
});
