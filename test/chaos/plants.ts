/** A mistake that somebody could make in the room, to see the chaos find it. */
export interface Plant {
  /** What of the promise it breaks. */
  readonly breaks: string;
  readonly file: string;
  /** What stands there, and what is put in its place. */
  readonly edits: readonly (readonly [find: string, replace: string])[];
}

/** One of each kind that the harness is there to catch. */
export const plants: Readonly<Record<string, Plant>> = {
  drop: {
    breaks: 'one stored event in fifty is told to nobody',
    file: 'src/room/turn.ts',
    edits: [['return tell(EVERYONE, event);', 'return tell(event.seq % 50 === 0 ? [] : EVERYONE, event);']],
  },
  early: {
    breaks: 'a message is told before it is stored, which happens 200 ms later',
    file: 'src/durable/sqlite-transcript.ts',
    edits: [
      [
        '  append(message: Message): void {\n',
        '  append(message: Message): void {\n    this.#head = message.seq;\n    setTimeout(() => this.late(message), 200);\n  }\n\n  late(message: Message): void {\n',
      ],
      ['    this.#head = message.seq;\n  }\n\n  change(', '  }\n\n  change('],
    ],
  },
  forget: {
    breaks: 'a message that is sent a second time is stored a second time',
    file: 'src/room/duplicates.ts',
    edits: [['    return sent.seqs.get(id);', '    return undefined;']],
  },
  skip: {
    breaks: 'a resume leaves out the first event that was missed',
    file: 'src/room/commands/join.ts',
    edits: [['transcript.eventsAfter(after,', 'transcript.eventsAfter(after + 1,']],
  },
  lose: {
    breaks: 'one stored message in fifty is not in the tables',
    file: 'src/durable/sqlite-transcript.ts',
    edits: [
      [
        '    this.#head = message.seq;\n  }\n\n  change(',
        "    this.#head = message.seq;\n    if (message.seq % 25 === 0) this.#sql.exec('DELETE FROM messages WHERE seq = ?', message.seq);\n  }\n\n  change(",
      ],
    ],
  },
  leak: {
    breaks: 'a private message is told to everybody',
    file: 'src/room/turn.ts',
    edits: [['if (readers === null && isForAll)', 'if (isForAll)']],
  },
};
