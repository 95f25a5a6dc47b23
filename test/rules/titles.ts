import { type ESTree, parseSync, Visitor } from 'vite';

/** A test by what it is called, and the rules that it quotes, or that what it stands in quotes. */
export interface Title {
  readonly file: string;
  readonly words: string;
  readonly rules: readonly string[];
}

const QUOTED = /\[([A-Z]\d+)\]/g;

/** Every rule that a text quotes, wherever it stands. */
export const quotedIn = (text: string): string[] => [...text.matchAll(QUOTED)].map(([, rule = '']) => rule);

/** The tests of a file that are run. What is told by a table (`it.each`) is one. */
export function titlesOf(file: string, code: string): Title[] {
  const titles: Title[] = [];
  const around: string[] = [];
  let idle = 0;
  new Visitor({
    CallExpression(call) {
      const name = nameIn(call);
      if (name === undefined) return;
      around.push(name);
      if (isIdle(call)) idle++;
      if (idle === 0 && tellerOf(call) !== 'describe') titles.push(titled(file, around));
    },
    'CallExpression:exit'(call) {
      if (nameIn(call) === undefined) return;
      around.pop();
      if (isIdle(call)) idle--;
    },
  }).visit(parseSync(file, code).program);
  return titles;
}

function titled(file: string, around: readonly string[]): Title {
  const words = around.map((name) => name.replaceAll(/\[[A-Z]\d+\] /g, '')).join(' › ');
  return { file, words, rules: [...new Set(around.flatMap(quotedIn))] };
}

/** What a call to `it`, `it.each(…)`, `describe`, `describe.each(…)` gives as a name, in a string. */
function nameIn(call: ESTree.CallExpression): string | undefined {
  const [first] = call.arguments;
  if (!/^(it|test|describe)$/.test(tellerOf(call) ?? '')) return undefined;
  if (first?.type === 'Literal' && typeof first.value === 'string') return first.value;
  if (first?.type !== 'TemplateLiteral') return undefined;
  return first.quasis.map(({ value }) => value.cooked).join('…');
}

/** The name that a chain of calls and members begins with. */
function tellerOf(of: ESTree.Expression | ESTree.Super): string | undefined {
  if (of.type === 'Identifier') return of.name;
  if (of.type === 'CallExpression') return tellerOf(of.callee);
  return of.type === 'MemberExpression' ? tellerOf(of.object) : undefined;
}

/** Whether a chain says that what it names is not run. */
function isIdle(of: ESTree.Expression | ESTree.Super): boolean {
  if (of.type === 'CallExpression') return isIdle(of.callee);
  if (of.type !== 'MemberExpression') return false;
  const isHere = of.property.type === 'Identifier' && /^(skip|todo)$/.test(of.property.name);
  return isHere || isIdle(of.object);
}
