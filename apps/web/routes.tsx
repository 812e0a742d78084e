import { Route, Routes } from 'react-router';
import { attendanceScreens } from '@halong/attendance/web';
import { catalogueScreens } from '@halong/catalogue/web';
import { classesScreens } from '@halong/classes/web';
import { enrolmentScreens } from '@halong/enrolment/web';
import { identityScreens, SignedIn } from '@halong/identity/web';
import { regulationsScreens } from '@halong/regulations/web';
import { Today } from './pages/Today.tsx';
import { organisationScreens } from '@halong/organisation/web';
import { ProjectorLayout } from './layouts/index.ts';
import { AppShell } from './shell/AppShell.tsx';
import { Home } from './shell/Home.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { SignInFrame } from './shell/PublicFrame.tsx';
import { SoloFrame } from './shell/SoloFrame.tsx';

/** The sitemap. */
export function SiteRoutes() {
  return (
    <Routes>
      <Route element={<SignInFrame />}>
        <Route path="/sign-in" element={<identityScreens.SignIn />} />
        <Route path="/kich-hoat" element={<identityScreens.Activate />} />
      </Route>
      <Route element={<SignedIn><SoloFrame /></SignedIn>}>
        <Route path="/check-in" element={<attendanceScreens.CheckIn />} />
        <Route path="/c/:token" element={<attendanceScreens.ScanLink />} />
        <Route path="/sessions/:id/room" element={<attendanceScreens.Room />} />
        <Route path="/sessions/:id/projector" element={<attendanceScreens.Projector frame={ProjectorLayout} />} />
      </Route>
      <Route element={<SignedIn><AppShell /></SignedIn>}>
        <Route path="/" element={<Home />} />
        <Route path="/today" element={<Today />} />
        <Route path="/accounts" element={<identityScreens.Accounts />} />
        <Route path="/activation-slips" element={<identityScreens.ActivationSlips />} />
        <Route path="/programmes" element={<catalogueScreens.Programmes />} />
        <Route path="/programmes/import" element={<catalogueScreens.ProgrammeImport />} />
        <Route path="/programmes/:id" element={<catalogueScreens.Programme />} />
        <Route path="/rule-sets" element={<regulationsScreens.RuleSets />} />
        <Route path="/classes" element={<classesScreens.Classes />} />
        <Route path="/classes/new" element={<classesScreens.NewClass />} />
        <Route path="/classes/:id" element={<classesScreens.ClassOverview />} />
        <Route path="/classes/:id/timetable" element={<classesScreens.ClassTimetable />} />
        <Route path="/classes/:id/nominations" element={<enrolmentScreens.NominationReview />} />
        <Route path="/classes/:id/trainees" element={<enrolmentScreens.Trainees />} />
        <Route path="/unit/nominations" element={<enrolmentScreens.Calls />} />
        <Route path="/unit/nominations/:classId/:unitId" element={<enrolmentScreens.NominationList />} />
        <Route path="/classes/:id/timetable/import" element={<classesScreens.TimetableImport />} />
        <Route path="/sessions/:id" element={<classesScreens.Session />} />
        <Route path="/sessions/:id/attendance" element={<attendanceScreens.Attendance />} />
        <Route path="/timetable" element={<classesScreens.Timetable />} />
        <Route path="/places" element={<classesScreens.Places />} />
        <Route path="/places/:part" element={<classesScreens.Places />} />
        <Route path="/imports" element={<organisationScreens.Imports />} />
        <Route path="/imports/:id" element={<organisationScreens.Import />} />
        <Route path="/organisation" element={<organisationScreens.Organisation />} />
        <Route path="/people" element={<organisationScreens.People />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
