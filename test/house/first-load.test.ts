import { expect, it } from 'vitest';
import { firstLoad } from '../support/first-load.ts';

const HTML = `<link rel="icon" href="/favicon.svg" />
<script type="module" crossorigin src="/assets/index.js"></script>
<link rel="modulepreload" crossorigin href="/assets/shared.js">
<link rel="stylesheet" crossorigin href="/assets/index.css">`;

const FILES: Readonly<Record<string, string>> = {
  '/assets/index.js': 'import{a}from"./shared.js";import"./side.js";const later=()=>import("./later.js");',
  '/assets/shared.js': 'export{b}from"./deep.js";import{c}from"./index.js";',
  '/assets/index.css': '@import "./none.css";',
  '/assets/side.js': 'const text=`./no.js`;',
  '/assets/deep.js': '',
};

it('what the document names and what that imports is weighed, each once, and nothing that is asked for later', () => {
  const found = firstLoad(HTML, (path) => {
    const code = FILES[path];
    if (code === undefined) throw new Error(`${path} was asked for.`);
    return code;
  });
  expect([...found.keys()].sort()).toEqual(Object.keys(FILES).sort());
});
