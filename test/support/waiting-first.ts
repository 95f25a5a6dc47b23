import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** It waits for a minute to pass, and computes next to nothing meanwhile. */
const WAITING = 'test/durable/thousand.test.ts';

/** Begins with what waits, so that the others are run beside it: begun last, it would be waited for alone. */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [waiting = [], others = []] = [true, false].map((waits) =>
      files.filter(({ moduleId }) => moduleId.endsWith(WAITING) === waits),
    );
    return [...waiting, ...(await super.sort(others))];
  }
}
