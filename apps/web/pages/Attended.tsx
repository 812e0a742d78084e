import { useParams } from 'react-router';
import { MyAbsence, MyAttendance } from '@halong/attendance/web';
import { classesScreens } from '@halong/classes/web';
import { useSession } from '@halong/identity/web';

/** A session, and for those who attend it what was recorded of them. */
export function Session() {
  const id = Number(useParams().id);
  const { me } = useSession();
  return <><classesScreens.Session />{me.personas.includes('trainee') && <MyAttendance key={id} sessionId={id} />}</>;
}

/** A class, and for those who attend it what they may still miss. */
export function ClassOverview() {
  const id = Number(useParams().id);
  const { me } = useSession();
  return <><classesScreens.ClassOverview />{me.personas.includes('trainee') && <MyAbsence key={id} classId={id} />}</>;
}
