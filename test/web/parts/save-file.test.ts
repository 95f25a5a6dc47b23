import { afterEach, expect, it, vi } from 'vitest';
import { saveFile } from '../../../src/web/parts/save-file.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('a file is there for a minute after the click, for a browser that asks before it reads it', () => {
  vi.useFakeTimers();
  const link = { href: '', download: '', click: vi.fn() };
  vi.stubGlobal('document', { createElement: () => link });
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  saveFile(new Blob(['Hello']), 'tea.txt');
  expect([link.download, link.click.mock.calls.length]).toEqual(['tea.txt', 1]);
  vi.advanceTimersByTime(59_999);
  expect(revoke).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(revoke).toHaveBeenCalledWith(link.href);
});
