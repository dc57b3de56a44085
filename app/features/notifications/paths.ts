export const notificationsPath = "/notifications";
export const readNoticesPath = "/notifications/read";
export const notificationSettingsPath = "/settings/notifications";
export const mailCodePath = "/settings/notifications/code";
export const mailAddressPath = "/settings/notifications/address";

export function notificationsPageBefore(id: number): string {
  return `${notificationsPath}?before=${id}`;
}
