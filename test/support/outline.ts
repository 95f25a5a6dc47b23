import { type ComponentChild, isValidElement, type VNode } from 'preact';

type Props = Readonly<Record<string, unknown>>;

/** What would be drawn: elements as tags; a component that needs a page to draw itself by its name. */
export function outline(node: ComponentChild): string {
  if (Array.isArray(node)) return node.map(outline).join('');
  if (!isValidElement(node)) return typeof node === 'string' ? node : '';
  const { name, props, children } = drawn(node as VNode<Props>);
  if (name === '') return outline(children);
  const attributes = Object.entries(props).filter(([, value]) => value !== undefined);
  return `<${name}${attributes.map(([key, value]) => ` ${key}=${JSON.stringify(value)}`).join('')}>${outline(children)}</${name}>`;
}

/** The elements that would be drawn, outermost first. */
export function elements(node: ComponentChild): { name: string; props: Props }[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (!isValidElement(node)) return [];
  const { name, props, children } = drawn(node as VNode<Props>);
  return name === '' ? elements(children) : [{ name, props }, ...elements(children)];
}

function drawn({ type, props: { children, ...props } }: VNode<Props>) {
  if (typeof type === 'string') return { name: type, props, children: children as ComponentChild };
  if (type.name === 'CodeBlock') {
    const { code, ...others } = props;
    return { name: type.name, props: others, children: code as ComponentChild };
  }
  const draw = type as (props: Props) => ComponentChild;
  return { name: '', props, children: draw({ ...props, children }) };
}
