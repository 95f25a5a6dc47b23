import type { Context } from 'hono';
import { type ErrorCode, errorSentences, type Refusal } from '../protocol/codes.ts';

const kinds = {
  bad_room: [400, 'Not a room name'],
  bad_request: [400, 'Bad request'],
  bad_origin: [403, 'Not from there'],
  forbidden: [403, 'Not for you'],
  banned: [403, 'Banned'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'Method not allowed'],
  upgrade_required: [426, 'Upgrade required'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Internal error'],
} as const satisfies Partial<Record<ErrorCode, readonly [number, string]>>;

const always = {
  'Content-Type': 'application/problem+json',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export type ProblemCode = keyof typeof kinds;

/** A5: an RFC 9457 answer. `detail` is a sentence for a person. */
export function problem(
  code: ProblemCode,
  detail: string = errorSentences[code],
  headers: Record<string, string> = {},
): Response {
  const [status, title] = kinds[code];
  return Response.json(
    { type: 'about:blank', title, status, detail, code },
    { status, headers: { ...always, ...headers } },
  );
}

/** H5: what a room refuses to somebody who reads. */
export function refused({ code, message, needs }: Refusal): Response {
  const [status, title] = kinds[code === 'banned' ? 'banned' : 'forbidden'];
  return Response.json(
    { type: 'about:blank', title, status, detail: message, code, ...(needs && { needs }) },
    { status, headers: always },
  );
}

/** For a route that exists, asked in another way than `methods`. */
export const methodNotAllowed = (methods: string) => (_: Context) =>
  problem('method_not_allowed', `Here one can ${methods}.`, { Allow: methods });
