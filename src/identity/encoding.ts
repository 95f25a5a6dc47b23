/** Bytes as letters, digits, `-` and `_`, without padding. */
export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Characters that `base36` makes of 16 bytes. */
export const BASE36_LENGTH = 25;

/** 16 bytes as 25 lower-case letters and digits. */
export function base36(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return BigInt(`0x${hex}`).toString(36).padStart(BASE36_LENGTH, '0');
}
