/** Each room of the house, and those that it may look into besides itself. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'worker.ts': ['http', 'durable', 'protocol', 'env.ts'],
  'env.ts': ['durable'],
  durable: ['dialect', 'room', 'identity', 'protocol'],
  http: ['dialect', 'identity', 'protocol', 'env.ts'],
  web: ['client', 'protocol'],
  terminal: ['client', 'protocol'],
  client: ['protocol'],
  dialect: ['room', 'protocol'],
  room: ['protocol'],
  identity: ['protocol'],
  protocol: [],
};
