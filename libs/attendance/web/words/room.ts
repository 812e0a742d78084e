import { roomName } from '@halong/classes/contract';
import type { Language } from '@halong/platform/contract';

const kind = /^(?:phòng|hội trường|giảng đường|room|hall|lecture hall|classroom|computer room|meeting room)(?=\s|$)/iu;

/** "Phòng A2.03" for a room called "A2.03" or "Phòng A2.03", "Hội trường A" for a hall; in English "Room A2.03", "Hall A". */
export function roomText(name: string, language: Language): string {
  const shown = roomName(name, language);
  return kind.test(shown) ? shown : `${language === 'vi' ? 'Phòng' : 'Room'} ${shown}`;
}
