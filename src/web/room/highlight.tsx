import type { LanguageFn } from 'highlight.js';
import { createLowlight } from 'lowlight';
import type { ComponentChildren } from 'preact';

type Grammar = () => Promise<{ default: LanguageFn }>;

/** By all the names that people give them; each is loaded by itself. */
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  'bash sh shell zsh console': () => import('highlight.js/lib/languages/bash'),
  'c h': () => import('highlight.js/lib/languages/c'),
  'cpp c++ cc hpp cxx': () => import('highlight.js/lib/languages/cpp'),
  'csharp cs c#': () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  'diff patch': () => import('highlight.js/lib/languages/diff'),
  'dockerfile docker': () => import('highlight.js/lib/languages/dockerfile'),
  'go golang': () => import('highlight.js/lib/languages/go'),
  'haskell hs': () => import('highlight.js/lib/languages/haskell'),
  'ini toml': () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  'javascript js jsx mjs cjs node': () => import('highlight.js/lib/languages/javascript'),
  'json json5 jsonc': () => import('highlight.js/lib/languages/json'),
  'kotlin kt': () => import('highlight.js/lib/languages/kotlin'),
  lua: () => import('highlight.js/lib/languages/lua'),
  'markdown md': () => import('highlight.js/lib/languages/markdown'),
  'php php3': () => import('highlight.js/lib/languages/php'),
  'python py python3': () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  'ruby rb': () => import('highlight.js/lib/languages/ruby'),
  'rust rs': () => import('highlight.js/lib/languages/rust'),
  'scss sass': () => import('highlight.js/lib/languages/scss'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  'typescript ts tsx mts cts': () => import('highlight.js/lib/languages/typescript'),
  'xml html svg xhtml vue': () => import('highlight.js/lib/languages/xml'),
  'yaml yml': () => import('highlight.js/lib/languages/yaml'),
};

const grammars = new Map(
  Object.entries(GRAMMARS).flatMap(([names, load]) => names.split(' ').map((name) => [name, load] as const)),
);
const lowlight = createLowlight();

/** The code with a class for each kind of word; as it is where the language is none that we know. */
export async function highlight(code: string, language: string): Promise<ComponentChildren> {
  const name = language.toLowerCase();
  const load = grammars.get(name);
  if (!load) return code;
  lowlight.register(name, (await load()).default);
  return nodes(lowlight.highlight(name, code, { prefix: 'code-' }));
}

type Tree = ReturnType<typeof lowlight.highlight>;
type Branch = Extract<Tree['children'][number], { type: 'element' }>;

const nodes = ({ children }: Pick<Tree | Branch, 'children'>): ComponentChildren =>
  children.map((child) => {
    if (child.type === 'text') return child.value;
    if (child.type !== 'element') return null;
    return <span class={[child.properties.className].flat().join(' ')}>{nodes(child)}</span>;
  });
