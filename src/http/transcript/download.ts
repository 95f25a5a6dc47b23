import type { Context, Handler } from 'hono';
import * as v from 'valibot';
import { problem, refused } from '../problem.ts';
import type { RoomRoute } from '../room-address.ts';
import type { Visitor } from '../visitor.ts';
import { beginCopy, type Format } from './copy.ts';
import { asJson } from './json.ts';
import { asPage } from './page.ts';
import { streamOf } from './stream.ts';
import { asText } from './text.ts';

const formats = {
  txt: [asText, 'text/plain'],
  json: [asJson, 'application/json'],
  html: [asPage, 'text/html'],
} as const satisfies Record<string, readonly [Format, string]>;

const asked = v.object({ format: v.optional(v.picklist(['txt', 'json', 'html']), 'txt') });

/** R6. What the room cannot begin is a problem; what fails later breaks the download off. */
export const downloadFor =
  (who: (c: Context<RoomRoute>) => Visitor | Promise<Visitor>): Handler<RoomRoute> =>
  async (c) => {
    const query = v.safeParse(asked, c.req.query());
    if (!query.success) return problem('bad_request', 'format is txt, json or html.');
    const { format } = query.output;
    const { room } = c.var;
    const [write, type] = formats[format];
    const visitor = await who(c);
    const copy = await beginCopy(room, () => c.env.ROOMS.getByName(room), visitor, Date.now());
    if ('code' in copy) return refused(copy);
    return c.body(streamOf(write(copy)), 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': attachment(`parlor-${room}.${format}`),
      ...(format === 'html' && {
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      }),
    });
  };

/** RFC 6266, for a name of letters, digits, dots, `-` and `_`: as it is, and for old clients in ASCII. */
function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]/gu, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
