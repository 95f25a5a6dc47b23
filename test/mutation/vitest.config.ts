import { defineConfig } from 'vitest/config';

/** What is to notice a planted mistake: the short tests, without those that try all that can happen. */
export default defineConfig({
  test: {
    include: ['test/{room,client}/**/*.test.ts'],
    exclude: ['test/**/properties.test.ts'],
    setupFiles: 'test/support/page-globals.ts',
  },
});
