import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the project. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const BENCH = join(ROOT, 'test/bench');
/** The one that wrangler brings. */
export const WORKERD = join(ROOT, 'node_modules/workerd/bin/workerd');
