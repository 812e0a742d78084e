import { useParams } from 'react-router';
import { MyAbsence, MyAttendance } from '@halong/attendance/web';
import { classesScreens } from '@halong/classes/web';
import { MyCompletion } from '@halong/completion/web';
import { SessionHandouts } from '@halong/materials/web';
import { usePersona } from '../shell/persona.ts';

/** A session, and for trainees what was recorded of them. */
export function Session() {
  const id = Number(useParams().id);
  const { persona } = usePersona();
  return <><classesScreens.Session /><SessionHandouts key={id} sessionId={id} />{persona === 'trainee' && <MyAttendance key={id} sessionId={id} />}</>;
}

/** A class; for trainees what they still miss for completion and what they may still miss of the lessons comes first. */
export function ClassOverview() {
  const id = Number(useParams().id);
  const { persona } = usePersona();
  return <classesScreens.ClassOverview own={persona === 'trainee' && <div key={id} className="pairs"><MyCompletion classId={id} /><MyAbsence classId={id} /></div>} />;
}
