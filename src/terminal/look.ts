import { styleText } from 'node:util';

const styles = {
  name: 'bold',
  own: 'cyan',
  private: 'magenta',
  aside: 'dim',
} as const;

/** How what is shown looks: colours, and what day it is. */
export interface Look {
  paint(style: keyof typeof styles, text: string): string;
  /** Unix time in ms. */
  now(): number;
}

/** Colours are for terminals alone, and not where NO_COLOR asks for none. */
export function lookOf(output: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Look {
  const isColoured = output.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  return {
    paint: (style, text) => (isColoured ? styleText(styles[style], text, { validateStream: false }) : text),
    now: () => Date.now(),
  };
}
