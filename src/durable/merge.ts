/** Two sequences that ascend by `key` as one, taking no more of either than is asked for, and of `other` one in advance. */
export function* merge<Item>(
  one: Iterable<Item>,
  other: Iterable<Item>,
  key: (item: Item) => number,
): Iterable<Item> {
  const rest = other[Symbol.iterator]();
  let next = rest.next();
  for (const item of one) {
    for (; !next.done && key(next.value) < key(item); next = rest.next()) yield next.value;
    yield item;
  }
  for (; !next.done; next = rest.next()) yield next.value;
}
