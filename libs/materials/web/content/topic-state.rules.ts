import type { ClassContent, ContentTopic } from '@halong/materials/contract';

type Items = Pick<ContentTopic, 'items'>['items'];
const counted = (items: Items) => items.filter(({ progress }) => progress !== null);
const left = (items: Items) => counted(items).filter(({ progress }) => progress?.state !== 'DONE');

export interface TopicState {
  /** Everything that can be seen has been. */
  done: boolean;
  /** Items that have not been seen to their end. */
  left: number;
}

export const topicStateOf = ({ items }: Pick<ContentTopic, 'items'>): TopicState => ({ done: counted(items).length > 0 && left(items).length === 0, left: left(items).length });

/** The share that the head shows: what must be seen, or everything where nothing must. Null for people who only look. */
export function shareOf({ mandatory, loose, topics }: Pick<ClassContent, 'mandatory' | 'loose' | 'topics'>): { done: number; needed: number; must: boolean } | null {
  if (!mandatory) return null;
  if (mandatory.needed > 0) return { ...mandatory, must: true };
  const items = [...loose, ...topics.flatMap((topic) => topic.items)];
  return { done: counted(items).length - left(items).length, needed: counted(items).length, must: false };
}

/** Which topic is opened first: the one with a session of today or the next one, else the first that is not done. */
export function firstOpen({ topics, sessions }: Pick<ClassContent, 'topics' | 'sessions'>, now: number): string | undefined {
  const filled = topics.filter(({ items }) => items.length > 0);
  const coming = sessions.find(({ endsAt, state }) => state !== 'CANCELLED' && Date.parse(endsAt) >= now);
  const current = coming && filled.find((topic) => topic.sessions.includes(coming.no));
  return (current ?? filled.find((topic) => !topicStateOf(topic).done) ?? filled[0])?.key;
}
