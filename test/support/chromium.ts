import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const HELP = `No Chromium was found, and none could be installed. Do one of these, then run the tests again:
  - set CHROME_PATH to a Chromium or Chrome that is there;
  - npx playwright-core install chromium
  - on Debian or Ubuntu: apt-get install chromium`;

/** The path of a Chromium: the one that CHROME_PATH names, Playwright's own, the system's, or one installed now. */
export function chromiumPath(): string {
  const found = findChromium();
  if (found) return found;
  for (const install of [installFromDebian, installFromPlaywright]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(HELP);
}

function findChromium(): string | undefined {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH is ${CHROME_PATH}, and nothing is there.`);
  }
  return [chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
}

function installFromDebian(): void {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  attempt('apt-get', ['update', '-qq']);
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

function installFromPlaywright(): void {
  attempt('npx', ['playwright-core', 'install', 'chromium']);
}

/** Whether it worked shows in what is found afterwards. */
function attempt(command: string, args: string[]): void {
  console.log(`Installing a Chromium for the browser tests: ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 });
  } catch (error) {
    console.warn(`${command} failed: ${error instanceof Error ? error.message : error}`);
  }
}
