const named = /^(?:phòng|room)\s+/iu;

/** "phòng A2.03" for a room called "A2.03" or "Phòng A2.03"; `word` is "Phòng", inside a sentence "phòng", in English "Room" or "room". */
export const roomText = (name: string, word: string): string => `${word} ${name.replace(named, '')}`;
