import { type ReactNode, useId } from 'react';
import { Icon, IconChevronDown, IconChevronUp, IconCheck, StatusText, IconCircleCheck, IconEye } from '@halong/design/web';
import type { ContentSession, ContentTopic } from '@halong/materials/contract';
import { dayOf, formatShortDay, formatTime, useLanguage, useTexts, useToday } from '@halong/platform/web';
import { say } from './content.texts.ts';
import { topicStateOf } from './topic-state.rules.ts';

interface TopicProps {
  topic: Pick<ContentTopic, 'key' | 'titleVi' | 'titleEn' | 'sessions' | 'items' | 'depth'>;
  /** Its number, where it has one. */
  no?: number | undefined;
  sessions: readonly ContentSession[];
  open: boolean;
  onToggle: () => void;
  /** Whether the state of who looks is shown. */
  own: boolean;
  children: ReactNode;
}

/** A topic with what belongs to it; its head opens and closes it. */
export function Topic({ topic, no, sessions, open, onToggle, own, children }: TopicProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const today = useToday();
  const id = useId();
  const { done, left } = topicStateOf(topic);
  const times = sessions.filter((one) => topic.sessions.includes(one.no) && one.state !== 'CANCELLED')
    .map(({ no: number, startsAt }) => t('session', { no: number, day: formatShortDay(dayOf(new Date(startsAt)), today), time: formatTime(startsAt) }));
  const facts = [...times.slice(0, 3), t('topicItems', { count: topic.items.length })];
  return (
    <section className={topic.depth > 0 ? 'sub-topic' : undefined} aria-label={language === 'vi' ? topic.titleVi : topic.titleEn}>
      <h3>
        <button type="button" className="topic" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <span className={own && done ? 'k ok' : open ? 'k cur' : 'k'}>{own && done ? <Icon of={IconCheck} /> : (no ?? '•')}</span>
          <span>
            <span className="w">{language === 'vi' ? topic.titleVi : topic.titleEn}</span>
            <small>{facts.join(' · ')}</small>
          </span>
          {own && done ? <StatusText tone="ok" icon={IconCircleCheck}>{t('topicDone')}</StatusText> : own && left > 0 ? <StatusText tone="mute" icon={IconEye}>{t('topicLeft', { count: left })}</StatusText> : <span />}
          <Icon of={open ? IconChevronUp : IconChevronDown} />
        </button>
      </h3>
      <div id={id} hidden={!open}>{open && children}</div>
    </section>
  );
}
