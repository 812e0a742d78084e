import { Suspense } from 'react';
import { useParams } from 'react-router';
import { assessmentScreens } from '@halong/assessment/web';
import { MyAbsence } from '@halong/attendance/web';
import { ClassHeader } from '@halong/classes/web';
import { MyCompletion } from '@halong/completion/web';
import { ClassContent } from '@halong/materials/web';
import { usePersona } from '../shell/persona.ts';

/** What a class has been given; for trainees, beside it, what they still miss. */
export function ClassContentPage() {
  const id = Number(useParams().id);
  const { persona } = usePersona();
  const work = (refId: number) => <Suspense fallback={null}><assessmentScreens.WorkOfContent refId={refId} classId={id} as={persona === 'trainee' ? 'trainee' : 'staff'} /></Suspense>;
  const content = <ClassContent key={id} classId={id} renderAssignment={work} />;
  return (
    <>
      <ClassHeader classId={id} active="content" />
      {persona === 'trainee' ? <div className="cols"><div>{content}</div><div key={id}><MyCompletion classId={id} /><MyAbsence classId={id} /></div></div> : content}
    </>
  );
}
