import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { assessmentScreens } from '@halong/assessment/web';
import { attendanceScreens } from '@halong/attendance/web';
import { catalogueScreens } from '@halong/catalogue/web';
import { certificationScreens } from '@halong/certification/web';
import { classesScreens } from '@halong/classes/web';
import { completionScreens } from '@halong/completion/web';
import { DesignGallery } from '@halong/design/web';
import { enrolmentScreens } from '@halong/enrolment/web';
import { identityScreens, SignedIn } from '@halong/identity/web';
import { insightsScreens } from '@halong/insights/web';
import { materialsScreens } from '@halong/materials/web';
import { notificationsScreens } from '@halong/notifications/web';
import { regulationsScreens } from '@halong/regulations/web';
import { Today } from './pages/Today.tsx';
import { Unit, UnitStaff } from './pages/Unit.tsx';
import { organisationScreens } from '@halong/organisation/web';
import { ProjectorLayout } from './layouts/index.ts';
import { AppShell } from './shell/AppShell.tsx';
import { Home } from './shell/Home.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { PublicFrame, SignInFrame } from './shell/PublicFrame.tsx';
import { SoloFrame } from './shell/SoloFrame.tsx';

const ClassOverview = lazy(() => import('./pages/Attended.tsx').then((page) => ({ default: page.ClassOverview })));
const ClassContent = lazy(() => import('./pages/Content.tsx').then((page) => ({ default: page.ClassContentPage })));
const Session = lazy(() => import('./pages/Attended.tsx').then((page) => ({ default: page.Session })));
const Health = lazy(() => import('./pages/Health.tsx'));
const More = lazy(() => import('./pages/More.tsx'));

/** The sitemap. */
export function SiteRoutes() {
  return (
    <Routes>
      <Route element={<SignInFrame />}>
        <Route path="/sign-in" element={<identityScreens.SignIn />} />
        <Route path="/kich-hoat" element={<identityScreens.Activate />} />
      </Route>
      <Route element={<PublicFrame />}>
        <Route path="/verify" element={<certificationScreens.VerifyCode />} />
        <Route path="/verify/:code" element={<certificationScreens.Verify />} />
      </Route>
      <Route element={<SignedIn><SoloFrame /></SignedIn>}>
        <Route path="/check-in" element={<attendanceScreens.CheckIn />} />
        <Route path="/c/:token" element={<attendanceScreens.ScanLink />} />
        <Route path="/sessions/:id/room" element={<attendanceScreens.Room />} />
        <Route path="/sessions/:id/projector" element={<attendanceScreens.Projector frame={ProjectorLayout} />} />
        <Route path="/marking/:id" element={<assessmentScreens.Marking />} />
        <Route path="/marking/:id/:code" element={<assessmentScreens.Marking />} />
      </Route>
      <Route element={<SignedIn><AppShell /></SignedIn>}>
        <Route path="/" element={<Home />} />
        <Route path="/today" element={<Today />} />
        <Route path="/accounts" element={<identityScreens.Accounts />} />
        <Route path="/activation-slips" element={<identityScreens.ActivationSlips />} />
        <Route path="/programmes" element={<catalogueScreens.Programmes />} />
        <Route path="/programmes/new" element={<catalogueScreens.NewProgramme />} />
        <Route path="/programmes/:id/versions/new" element={<catalogueScreens.NewVersion />} />
        <Route path="/programmes/import" element={<catalogueScreens.ProgrammeImport />} />
        <Route path="/programmes/:id" element={<catalogueScreens.Programme />} />
        <Route path="/rule-sets" element={<regulationsScreens.RuleSets />} />
        <Route path="/classes" element={<classesScreens.Classes />} />
        <Route path="/classes/new" element={<classesScreens.NewClass />} />
        <Route path="/classes/:id" element={<ClassOverview />} />
        <Route path="/classes/:id/content" element={<ClassContent />} />
        <Route path="/classes/:id/content/:itemId" element={<materialsScreens.ContentItem />} />
        <Route path="/classes/:id/timetable" element={<classesScreens.ClassTimetable />} />
        <Route path="/classes/:id/nominations" element={<enrolmentScreens.NominationReview />} />
        <Route path="/classes/:id/attendance" element={<attendanceScreens.ClassAttendance />} />
        <Route path="/classes/:id/trainees" element={<enrolmentScreens.Trainees />} />
        <Route path="/unit/nominations" element={<enrolmentScreens.Calls />} />
        <Route path="/unit/nominations/:classId/:unitId" element={<enrolmentScreens.NominationList />} />
        <Route path="/classes/:id/timetable/import" element={<classesScreens.TimetableImport />} />
        <Route path="/sessions/:id" element={<Session />} />
        <Route path="/sessions/:id/attendance" element={<attendanceScreens.Attendance />} />
        <Route path="/documents/:id" element={<materialsScreens.Document />} />
        <Route path="/timetable" element={<classesScreens.Timetable />} />
        <Route path="/places" element={<classesScreens.Places />} />
        <Route path="/places/:part" element={<classesScreens.Places />} />
        <Route path="/imports" element={<organisationScreens.Imports />} />
        <Route path="/imports/:id" element={<organisationScreens.Import />} />
        <Route path="/organisation" element={<organisationScreens.Organisation />} />
        <Route path="/people" element={<organisationScreens.People />} />
        <Route path="/marking" element={<assessmentScreens.MarkingInbox />} />
        <Route path="/assignments/:id/marking" element={<assessmentScreens.MarkingOverview />} />
        <Route path="/classes/:id/rubrics" element={<assessmentScreens.Rubrics />} />
        <Route path="/classes/:id/assignments" element={<assessmentScreens.ClassAssignments />} />
        <Route path="/classes/:id/assignments/new" element={<assessmentScreens.EditAssignment />} />
        <Route path="/classes/:id/assignments/:assignmentId" element={<assessmentScreens.Assignment />} />
        <Route path="/classes/:id/assignments/:assignmentId/edit" element={<assessmentScreens.EditAssignment />} />
        <Route path="/classes/:id/groups" element={<assessmentScreens.Groups />} />
        <Route path="/assignments" element={<assessmentScreens.MyWork />} />
        <Route path="/assignments/:id" element={<assessmentScreens.Work />} />
        <Route path="/classes/:id/grades" element={<assessmentScreens.GradeSheet />} />
        <Route path="/classes/:id/completion" element={<completionScreens.ClassCompletion />} />
        <Route path="/classes/:id/certificates" element={<certificationScreens.ClassCertificates />} />
        <Route path="/certificates" element={<certificationScreens.Register />} />
        <Route path="/record" element={<insightsScreens.Record />} />
        <Route path="/unit" element={<Unit />} />
        <Route path="/unit/staff" element={<UnitStaff />} />
        <Route path="/overview" element={<insightsScreens.Overview />} />
        <Route path="/overview/units" element={<insightsScreens.OverviewUnits />} />
        <Route path="/notifications" element={<notificationsScreens.Notifications />} />
        <Route path="/mails" element={<notificationsScreens.Mails />} />
        <Route path="/health" element={<Health />} />
        <Route path="/more" element={<More />} />
        <Route path="/design" element={<DesignGallery />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
