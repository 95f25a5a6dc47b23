import { beforeAll, describe, expect, it } from 'vitest';
import { base36, base64Url } from '../../src/identity/encoding.ts';
import { type Epoch, Keyring } from '../../src/identity/keyring.ts';
import { Signer } from '../../src/identity/signer.ts';
import { canonicalRoomName } from '../../src/protocol/room-name.ts';

const secret = (text: string) => new TextEncoder().encode(text);
const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ~\u0000é'];

/** A room as it is at first. */
const anEpoch = (room: string, more: Partial<Epoch> = {}): Epoch => ({
  ...{ room, log: null, keyGeneration: 0, doorGeneration: 0 },
  ...more,
});

let keyring: Keyring;
let other: Keyring;
beforeAll(async () => {
  keyring = await Keyring.from(secret('the secret of this deployment'));
  other = await Keyring.from(secret('the secret of another deployment'));
});

/** Every text that differs from `text` in one character: another one, none, or one more. */
function* neighbours(text: string): Iterable<string> {
  for (let at = 0; at <= text.length; at++) {
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    if (at < text.length) yield before + after;
    for (const character of ALPHABET) {
      if (at < text.length && character !== text[at]) yield before + character + after;
      yield before + character + text.slice(at);
    }
  }
}

const variants = (text: string) => [
  `${text}=`,
  `${text}==`,
  ` ${text}`,
  `${text} `,
  `${text}\n`,
  `\t${text}`,
  `${text}\u0000`,
  `${text}.`,
  `${text}.${text}`,
  `\uFEFF${text}`,
  text.toUpperCase(),
  text.toLowerCase(),
  encodeURIComponent(`${text} `),
  `"${text}"`,
  text + text,
];

async function accepted(
  candidates: Iterable<string>,
  check: (text: string) => Promise<unknown>,
): Promise<string[]> {
  const texts = [...candidates];
  const verdicts = await Promise.all(texts.map(check));
  return texts.filter((_, index) => verdicts[index]);
}

describe('a member', () => {
  it('[J3] is nobody who has been, by an id of lower-case letters and digits', () => {
    const ids = Array.from({ length: 1_000 }, () => keyring.newMember());
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{25}$/);
  });
});

describe('a token', () => {
  it('[J3] proves its member, each time', async () => {
    const member = keyring.newMember();
    const token = await keyring.tokenOf(member);
    expect(await keyring.memberOf(token)).toBe(member);
    expect(await keyring.tokenOf(member)).toBe(token);
  });

  it('[J3] is known by another keyring of the same secret, as after a restart', async () => {
    const member = keyring.newMember();
    const again = await Keyring.from(secret('the secret of this deployment'));
    expect(await again.memberOf(await keyring.tokenOf(member))).toBe(member);
  });

  it('[J3] that differs in a single character is nobody’s', async () => {
    const token = await keyring.tokenOf(keyring.newMember());
    const candidates = [...neighbours(token)].filter((text) => text !== token);
    expect(candidates.length).toBeGreaterThan(8_000);
    expect(await accepted(candidates, (text) => keyring.memberOf(text))).toEqual([]);
  });

  it('[J3] with padding, white space or in other capitals is nobody’s', async () => {
    const token = await keyring.tokenOf(keyring.newMember());
    expect(
      await accepted(
        variants(token).filter((text) => text !== token),
        (text) => keyring.memberOf(text),
      ),
    ).toEqual([]);
  });

  it('[J3] of one member is not made another’s by its id', async () => {
    const [ann, bob] = [keyring.newMember(), keyring.newMember()];
    const [, signature] = (await keyring.tokenOf(ann)).split('.');
    expect(await keyring.memberOf(`${bob}.${signature}`)).toBeUndefined();
    expect(await keyring.memberOf(`${ann}.${ann}.${signature}`)).toBeUndefined();
  });

  it.each(['', '.', 'a', '.a', 'a.', 'null', 'undefined', '\ud800', '👍'.repeat(10_000)])(
    '[J3] that was never given is nobody’s: %#',
    async (token) => {
      expect(await keyring.memberOf(token)).toBeUndefined();
    },
  );

  it('[J3] is more than the id that others are shown', async () => {
    const member = keyring.newMember();
    expect(await keyring.memberOf(member)).toBeUndefined();
    expect(await keyring.memberOf(`${member}.`)).toBeUndefined();
    expect((await keyring.tokenOf(member)).length).toBeGreaterThanOrEqual(member.length + 1 + 43);
  });

  it('[J3] of another secret is nobody’s', async () => {
    expect(await keyring.memberOf(await other.tokenOf(keyring.newMember()))).toBeUndefined();
  });
});

describe('a private room', () => {
  it('[A4] has a name of prv-, lower-case letters and digits, which is canonical', async () => {
    const { room } = await keyring.newPrivateRoom();
    expect(room).toMatch(/^prv-[a-z0-9]+$/);
    expect(canonicalRoomName(room)).toBe(room);
  });

  it('[A4] has a name nobody can guess: 128 random bits, and none of two rooms the same', async () => {
    const rooms = await Promise.all(Array.from({ length: 200 }, () => keyring.newPrivateRoom()));
    expect(new Set(rooms.map(({ room }) => room.slice(4, 29))).size).toBe(200);
    for (const { room } of rooms) expect(room.length).toBe(54);
  });

  it('[A4] that was issued is known, after a restart too', async () => {
    const { room } = await keyring.newPrivateRoom();
    expect(await keyring.isIssued(room)).toBe(true);
    expect(await (await Keyring.from(secret('the secret of this deployment'))).isIssued(room)).toBe(true);
  });

  it('[A4] that differs in a single character was not issued', async () => {
    const { room } = await keyring.newPrivateRoom();
    const candidates = [...neighbours(room)].filter((text) => text !== room);
    expect(await accepted(candidates, (text) => keyring.isIssued(text))).toEqual([]);
  });

  it('[A4] cut, prolonged or mixed was not issued', async () => {
    const [{ room }, { room: second }] = [await keyring.newPrivateRoom(), await keyring.newPrivateRoom()];
    const cuts = Array.from({ length: room.length }, (_, length) => room.slice(0, length));
    const mixed = [
      room.slice(0, 29) + second.slice(29),
      room + second.slice(4),
      room + room.slice(4),
      room + room.slice(29),
    ];
    expect(
      await accepted(
        [...cuts, ...mixed, ...variants(room)].filter((text) => text !== room),
        (text) => keyring.isIssued(text),
      ),
    ).toEqual([]);
  });

  it.each(['prv-', 'prv-a', 'prv-lobby', `prv-${'0'.repeat(50)}`, `prv-${'a'.repeat(60)}`, 'lobby', ''])(
    '[A4] %j was not issued',
    async (room) => {
      expect(await keyring.isIssued(room)).toBe(false);
    },
  );

  it('[A4] of another secret was not issued', async () => {
    expect(await keyring.isIssued((await other.newPrivateRoom()).room)).toBe(false);
  });
});

describe('an owner key', () => {
  it('[A4] proves who made the room', async () => {
    const { room, ownerKey } = await keyring.newPrivateRoom();
    expect(await keyring.owns(anEpoch(room), ownerKey)).toBe(true);
  });

  it('[A4] is nothing to another room', async () => {
    const [{ ownerKey }, { room }] = [await keyring.newPrivateRoom(), await keyring.newPrivateRoom()];
    expect(await keyring.owns(anEpoch(room), ownerKey)).toBe(false);
    expect(await keyring.owns(anEpoch('lobby'), ownerKey)).toBe(false);
    expect(await keyring.owns(anEpoch(''), ownerKey)).toBe(false);
  });

  it('[A4] that differs in a single character proves nothing', async () => {
    const { room, ownerKey } = await keyring.newPrivateRoom();
    const candidates = [...neighbours(ownerKey), ...variants(ownerKey), ''].filter(
      (text) => text !== ownerKey,
    );
    expect(await accepted(candidates, (text) => keyring.owns(anEpoch(room), text))).toEqual([]);
  });

  it('[A4] cannot be read out of the room’s name', async () => {
    const { room, ownerKey } = await keyring.newPrivateRoom();
    for (const guess of [room, room.slice(4), room.slice(29)])
      expect(await keyring.owns(anEpoch(room), guess)).toBe(false);
    expect(ownerKey).toMatch(/^[\w-]{43}$/);
  });

  it('[A4] of another secret proves nothing', async () => {
    const { room, ownerKey } = await other.newPrivateRoom();
    expect(await keyring.owns(anEpoch(room), ownerKey)).toBe(false);
  });
});

describe('an owner key that is given out later', () => {
  const tea = anEpoch('tea', { log: 'one', keyGeneration: 1 });

  it.each(['tea', 'prv-tea'])('[H2] is worth something in that room, as it is: %s', async (room) => {
    const epoch = { ...tea, room };
    const ownerKey = await keyring.ownerKey(epoch);
    expect(await keyring.owns({ ...epoch, doorGeneration: 1 }, ownerKey)).toBe(true);
    for (const changed of [{ room: 'soup' }, { log: 'two' }, { log: null }, { keyGeneration: 2 }]) {
      expect(await keyring.owns({ ...epoch, ...changed }, ownerKey)).toBe(false);
    }
  });

  it('[H10] in a room made anew no key of an earlier one lives up again', async () => {
    const ownerKey = await keyring.ownerKey({ ...tea, keyGeneration: 0 });
    expect(await keyring.owns({ ...tea, log: 'two', keyGeneration: 0 }, ownerKey)).toBe(false);
  });

  it('[A4] the first key of a private room is of its name, until ownership is passed on', async () => {
    const { room, ownerKey } = await keyring.newPrivateRoom();
    for (const log of [null, 'one', 'two']) {
      expect(await keyring.owns(anEpoch(room, { log }), ownerKey)).toBe(true);
      expect(await keyring.owns(anEpoch(room, { log, keyGeneration: 1 }), ownerKey)).toBe(false);
    }
  });

  it('[A4] a public room has no first key', async () => {
    const owners = await Signer.derive(secret('the secret of this deployment'), 'parlor owner key');
    const first = async (room: string) => base64Url(await owners.sign(room));
    const { room, ownerKey } = await keyring.newPrivateRoom();
    expect(await first(room)).toBe(ownerKey);
    expect(await keyring.owns(anEpoch('tea'), await first('tea'))).toBe(false);
  });
});

describe('an invitation', () => {
  const NOON = Date.UTC(2026, 10, 28, 12);
  const tea = anEpoch('tea', { log: 'one', doorGeneration: 1 });

  it('[H5] opens that room until its end, for as long as it asks for the same', async () => {
    const invitation = await keyring.invitation(tea, NOON);
    expect(await keyring.isInvited({ ...tea, keyGeneration: 1 }, invitation, NOON - 1)).toBe(true);
    expect(await keyring.isInvited(tea, invitation, NOON)).toBe(false);
    for (const changed of [{ room: 'soup' }, { log: 'two' }, { doorGeneration: 2 }, { doorGeneration: 0 }]) {
      expect(await keyring.isInvited({ ...tea, ...changed }, invitation, NOON - 1)).toBe(false);
    }
  });

  it('[H5] that differs in a single character opens nothing', async () => {
    const invitation = await keyring.invitation(tea, NOON);
    const candidates = [...neighbours(invitation)].filter((text) => text !== invitation);
    expect(await accepted(candidates, (text) => keyring.isInvited(tea, text, NOON - 1))).toEqual([]);
  });
});

describe('what is signed for one purpose', () => {
  it('[J3] is nothing to another: an owner key is no token’s signature', async () => {
    const { room, ownerKey } = await keyring.newPrivateRoom();
    expect(await keyring.memberOf(ownerKey)).toBeUndefined();
    expect(await keyring.memberOf(`${room}.${ownerKey}`)).toBeUndefined();
  });

  it('[A4] is nothing to another: a token is no owner key, nor its signature', async () => {
    const { room } = await keyring.newPrivateRoom();
    const token = await keyring.tokenOf(room);
    expect(await keyring.owns(anEpoch(room), token)).toBe(false);
    expect(await keyring.owns(anEpoch(room), token.split('.')[1] ?? '')).toBe(false);
  });

  it('[A4] is nothing to another: a room’s own signature is that of no member', async () => {
    const { room } = await keyring.newPrivateRoom();
    const [random, signature] = [room.slice(4, 29), room.slice(29)];
    expect(await keyring.memberOf(`${random}.${signature}`)).toBeUndefined();
    const proof = (await keyring.tokenOf(random)).split('.')[1] ?? '';
    expect(base36(Buffer.from(proof, 'base64url').subarray(0, 16))).not.toBe(signature);
  });
});
