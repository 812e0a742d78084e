import type { ReactNode } from 'react';
import { LinkTabs, PageHead, StatusChip, usePage } from '@halong/design/web';
import { sessionRoutes, trainingClassRoutes, trainingClassStateNames } from '@halong/classes/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { say } from './class-header.texts.ts';
import { classStateLooks } from './class-state.ts';

export const classTabs = ['overview', 'content', 'timetable', 'nominations', 'trainees', 'attendance', 'assignments', 'grades', 'completion', 'certificates'] as const;
export type ClassTab = (typeof classTabs)[number];

/** Who only attends sees the class and its timetable; who teaches also its people and results; who runs it everything. The content is for who takes part. */
const forEverybody: readonly ClassTab[] = ['overview', 'timetable'];
const forTeaching: readonly ClassTab[] = [...forEverybody, 'trainees', 'attendance', 'assignments', 'grades', 'completion'];

const addressOfTab = (classId: number, tab: ClassTab) => (tab === 'overview' ? `/classes/${classId}` : `/classes/${classId}/${tab}`);

/** The parts of a class, each with its own address; offered as far as `can` of the class and its sessions goes. */
export function ClassTabs({ classId, active }: { classId: number; active: ClassTab }) {
  const t = useTexts(say);
  const { data: found } = useQueryOf(trainingClassRoutes.getClass, { params: { id: classId } });
  const runs = found !== undefined && (found.can.edit || found.can.timetable || found.can.transition);
  const { data: sessions } = useQueryOf(sessionRoutes.listClassSessions, { params: { id: classId } }, { enabled: found !== undefined && !runs });
  const offered = runs ? classTabs : sessions?.some((session) => session.can.lead) ? forTeaching : forEverybody;
  const shown = classTabs.filter((tab) => tab === active || (tab === 'content' ? found?.takesPart : offered.includes(tab)));
  return <LinkTabs label={t('parts')} tabs={shown.map((tab) => ({ to: addressOfTab(classId, tab), label: t(tab), end: tab === 'overview' }))} />;
}

interface ClassHeaderProps {
  classId: number;
  active: ClassTab;
  /** The headline of the tab ("Còn 3 danh sách chờ duyệt"); without it the name of the class. */
  title?: ReactNode;
  /** Below the headline; without it code, institution and state of the class. */
  sub?: ReactNode;
  /** At most one of them primary. */
  actions?: ReactNode;
  /** The page takes the window's height and its table scrolls. */
  fill?: boolean;
}

/** Head of every page of a class: crumbs (it calls usePage, the page does not), headline, tabs. */
export function ClassHeader({ classId, active, title, sub, actions, fill }: ClassHeaderProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data: found } = useQueryOf(trainingClassRoutes.getClass, { params: { id: classId } });
  const name = found ? named(found, language) : t('class');
  const own = active === 'overview' ? [] : [{ label: t(active) }];
  usePage({ crumbs: [{ label: t('classes'), to: '/classes' }, { label: found?.code ?? name, to: `/classes/${classId}` }, ...own], fill });
  const state = found && <StatusChip {...classStateLooks[found.state]}>{trainingClassStateNames[found.state][language]}</StatusChip>;
  const facts = found && <span className="row wrap g2"><span>{title ? name : found.code} · {named(found.institution, language)}</span>{state}</span>;
  return (
    <>
      <PageHead title={title ?? name} sub={sub ?? facts} actions={actions} />
      <ClassTabs classId={classId} active={active} />
    </>
  );
}
