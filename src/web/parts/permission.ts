/** What the browser says of notifications; `missing` where it has none, as on a plain-HTTP page or an iPhone's tab. */
export type Permission = NotificationPermission | 'missing';

export const permission = (): Permission => ('Notification' in window ? Notification.permission : 'missing');

/** To be called on the person's own action: a browser may ask them now. */
export async function askPermission(): Promise<Permission> {
  if (permission() !== 'default') return permission();
  return Notification.requestPermission();
}
