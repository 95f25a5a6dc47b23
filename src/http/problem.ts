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
} as const satisfies Kinds;

type Kinds = Partial<Record<ErrorCode, readonly [status: number, title: string]>>;

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
  return answer({ code, message: detail }, headers);
}

/** H5: what a room refuses to somebody who reads. */
export function refused(why: Refusal): Response {
  return answer(why);
}

/** What is said over sockets alone is, if it is said here, a kind of `forbidden`. */
function answer({ code, message: detail, needs }: Refusal, headers: Record<string, string> = {}): Response {
  const [status, title] = (kinds as Kinds)[code] ?? kinds.forbidden;
  return Response.json(
    { type: 'about:blank', title, status, detail, code, ...(needs && { needs }) },
    { status, headers: { ...always, ...headers } },
  );
}

/** For a route that exists, asked in another way than `methods`. */
export const methodNotAllowed = (methods: string) => (_: Context) =>
  problem('method_not_allowed', `Here one can ${methods}.`, { Allow: methods });
