import type { NotificationItem, NotificationParam } from '@halong/notifications/contract';

export function presentNotification(row: { id: number; kind: string; params: Record<string, NotificationParam>; link: string; at: Date; read_at: Date | null }): NotificationItem {
  return { id: row.id, kind: row.kind, params: row.params, link: row.link, at: row.at.toISOString(), readAt: row.read_at?.toISOString() ?? null };
}
