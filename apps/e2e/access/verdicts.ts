import { personas, type Persona } from './personas.ts';

export interface Verdict {
  allow: readonly Persona[];
  /** Of those allowed: whose answer shows the thing of class A that the call names. */
  sees?: readonly Persona[];
  /** Problem code of a refusal that is a rule's and not 403 or 404: the person may use the route, but has nothing there. */
  refusal?: string;
}

/** Names of personas, separated by blanks; `all` is everyone, `members` everyone signed in. */
function people(words: string): Persona[] {
  const groups: Record<string, readonly Persona[]> = { all: personas, members: personas.filter((one) => one !== 'anonymous') };
  return words.split(' ').flatMap((word) => {
    const found = groups[word] ?? personas.filter((one) => one === word);
    if (found.length === 0) throw new Error(`${word} is nobody`);
    return found;
  });
}

export const to = (allowed: string, more: { sees?: string; refusal?: string } = {}): Verdict => ({
  allow: people(allowed),
  ...(more.sees === undefined ? {} : { sees: people(more.sees) }),
  ...(more.refusal === undefined ? {} : { refusal: more.refusal }),
});

const classPeople = 'trainee lecturer coordinator unitHead manager officer admin';
const planners = 'coordinator manager admin';
const officeOfAnyInstitution = 'coordinator otherCoordinator manager admin';
const inThePersonnelList = 'trainee otherTrainee lecturer otherLecturer';
const staffOfAnyKind = 'lecturer otherLecturer coordinator otherCoordinator unitHead otherUnitHead manager officer admin';

/**
 * Who may, by hand and from the domain's words (roles of the glossary, states and rules), not from the code.
 * A route that is not here fails the build.
 */
export const verdicts: Record<string, Verdict> = {
  // the process itself
  'GET /health/live': to('all'),
  'GET /health/ready': to('all'),
  'GET /openapi.json': to('all'),

  // units and people
  'GET /units': to('members'),
  'GET /units/tree': to('coordinator otherCoordinator unitHead otherUnitHead manager admin'),
  'GET /units/:id': to('members'),
  'GET /people': to('coordinator otherCoordinator unitHead otherUnitHead manager officer admin', { sees: 'coordinator otherCoordinator unitHead manager officer admin' }),
  'GET /people/:id': to('coordinator otherCoordinator unitHead manager officer admin'),
  'PATCH /people/:id': to('admin'),
  'GET /people/:id/history': to('admin'),
  'POST /imports': to('admin'),
  'GET /imports': to('admin'),
  'GET /imports/:id': to('admin'),
  'PUT /imports/:id/mapping': to('admin'),
  'PUT /imports/:id/head': to('admin'),
  'GET /imports/:id/rows': to('admin'),
  'PUT /imports/:id/rows/:rowNo/cells': to('admin'),
  'PUT /imports/:id/rows/:rowNo/decision': to('admin'),
  'POST /imports/:id/rows/:rowNo/suggestion': to('admin'),
  'PUT /imports/:id/rows/:rowNo/left-out': to('admin'),
  'POST /imports/:id/run': to('admin'),
  'POST /imports/:id/undo': to('admin'),
  'GET /imports/:id/rejected.xlsx': to('admin'),

  // signing in, accounts, roles
  'POST /session': to('all'),
  'DELETE /session': to('all'),
  'GET /me': to('members'),
  'PATCH /me': to('members'),
  'PUT /me/password': to('members'),
  'POST /activation/check': to('all'),
  'POST /activation': to('all'),
  'GET /activation-waiting': to('admin'),
  'POST /activation-slips': to('admin'),
  'POST /activation-mails': to('admin'),
  'GET /accounts': to('admin'),
  'GET /accounts/:id': to('admin'),
  'POST /accounts': to('admin'),
  'POST /accounts/:id/disable': to('admin'),
  'POST /accounts/:id/enable': to('admin'),
  'POST /accounts/:id/one-time-code': to('admin'),
  'GET /role-classes': to('admin'),
  'POST /accounts/:id/grants': to('admin'),
  'DELETE /accounts/:id/grants/:grantId': to('admin'),

  // rules and programmes
  'GET /rule-sets': to(officeOfAnyInstitution),
  'GET /rule-sets/:id': to('members'),
  'GET /programmes': to(staffOfAnyKind),
  'GET /programmes/:id': to(staffOfAnyKind),
  'POST /programmes': to('manager admin'),
  'PATCH /programmes/:id': to('manager admin'),
  'POST /programmes/:id/versions': to('manager admin'),
  'PUT /programme-versions/:id/target-group': to('manager admin'),
  'PUT /programme-versions/:id/components': to('manager admin'),
  'PUT /programme-versions/:id/topics': to('manager admin'),
  'POST /programmes/import': to('manager admin'),
  'POST /programmes/import/:id/confirm': to('manager admin'),

  // notices and mails
  'GET /my/notifications': to('members', { sees: 'trainee' }),
  'GET /my/notifications/count': to('members'),
  'POST /my/notifications/read': to('members'),
  'GET /mails': to('admin'),

  // classes
  'GET /classes': to('members', { sees: classPeople }),
  'GET /classes/:id': to(classPeople),
  'POST /classes': to(planners),
  'PATCH /classes/:id': to(planners),
  'PUT /classes/:id/quotas': to(planners),
  'PUT /classes/:id/staff': to(planners),
  'POST /classes/:id/transitions': to('coordinator manager'),
  'POST /class-files': to(officeOfAnyInstitution),
  'GET /classes/:id/decision-file': to(classPeople),
  'GET /classes/:id/sessions': to(classPeople),
  'GET /sessions/:id': to(classPeople),
  'POST /classes/:id/sessions': to(planners),
  'PATCH /sessions/:id': to(planners),
  'POST /sessions/:id/move': to(planners),
  'POST /sessions/:id/cancel': to(planners),
  'PUT /sessions/:id/lecturers': to(planners),
  'GET /my/sessions': to('members', { sees: 'trainee lecturer coordinator' }),
  'GET /timetable': to('members', { sees: classPeople }),
  'POST /classes/:id/timetable-imports': to(planners),
  'GET /timetable-imports/:id': to(planners),
  'GET /classes/:id/timetable-imports/latest': to(planners),
  'PUT /timetable-imports/:id/resolutions': to(planners),
  'POST /timetable-imports/:id/confirm': to(planners),
  'POST /timetable-imports/:id/discard': to(planners),

  // places and lecturers
  'GET /training-institutions': to(officeOfAnyInstitution),
  'GET /rooms': to(officeOfAnyInstitution),
  'POST /rooms': to(planners),
  'PATCH /rooms/:id': to(planners),
  'GET /bells': to('members'),
  'PUT /bells': to(planners),
  'GET /holidays': to('members'),
  'POST /holidays': to('manager admin'),
  'POST /holidays/public': to('manager admin'),
  'DELETE /holidays/:id': to('manager admin'),
  'GET /lecturers': to(officeOfAnyInstitution),
  'POST /lecturers': to(planners),
  'PATCH /lecturers/:id': to(planners),

  // nominations and enrolments
  'GET /my/enrolment-calls': to('unitHead otherUnitHead', { sees: 'unitHead' }),
  'GET /classes/:classId/units/:unitId/nominations': to('unitHead coordinator manager'),
  'GET /classes/:classId/units/:unitId/candidates': to('unitHead'),
  'PUT /classes/:classId/units/:unitId/nominations': to('unitHead'),
  'POST /classes/:classId/units/:unitId/nominations/upload': to('unitHead'),
  'POST /classes/:classId/units/:unitId/nominations/submit': to('unitHead'),
  'POST /nominations/:id/withdraw': to('unitHead'),
  'GET /classes/:classId/nominations': to('coordinator manager'),
  'POST /classes/:classId/nominations/admit': to('coordinator manager'),
  'POST /classes/:classId/nominations/reject': to('coordinator manager'),
  'GET /classes/:classId/enrolments': to('lecturer coordinator unitHead manager officer admin'),
  'GET /my/enrolments': to('members', { sees: 'trainee' }),
  'GET /people/:id/enrolments': to('trainee coordinator otherCoordinator unitHead manager officer admin'),
  'POST /enrolments/:id/state': to('coordinator manager'),
  'PUT /enrolments/:id/discipline-note': to('coordinator manager'),

  // attendance
  'GET /sessions/:id/attendance': to('lecturer coordinator manager admin'),
  'GET /sessions/:id/attendance/:enrolmentId': to('lecturer coordinator manager admin'),
  'GET /sessions/:id/my-attendance': to('trainee'),
  'POST /sessions/:id/attendance/:enrolmentId/mark': to('lecturer coordinator'),
  'POST /sessions/:id/attendance/:enrolmentId/periods/:no': to('lecturer coordinator'),
  'POST /sessions/:id/attendance/:enrolmentId/excuse': to('coordinator'),
  'POST /attendance-files': to('coordinator otherCoordinator'),
  'GET /sessions/:id/attendance/:enrolmentId/documents/:fileId': to('lecturer coordinator manager admin'),
  'POST /sessions/:id/attendance/mark-present': to('lecturer coordinator'),
  'POST /sessions/:id/attendance/:enrolmentId/check-out': to('lecturer coordinator'),
  'POST /sessions/:id/attendance/lock': to('lecturer coordinator'),
  'GET /sessions/:id/check-code': to('lecturer coordinator'),
  'POST /check-in': to('trainee', { refusal: 'attendance.not_enrolled' }),
  'POST /check-out': to('trainee', { refusal: 'attendance.not_enrolled' }),
  'GET /classes/:id/attendance-summary': to('lecturer coordinator manager admin'),
  'GET /my/absence': to('trainee'),

  // grades
  'GET /classes/:id/grade-sheet': to('lecturer coordinator manager officer admin'),
  'PUT /classes/:id/grade-sheet/marks': to('lecturer coordinator'),
  'POST /classes/:id/grade-sheet/transitions': to('lecturer'),
  'POST /classes/:id/recognition': to('coordinator manager'),
  'GET /classes/:id/grade-sheet-file': to('lecturer coordinator manager officer admin'),
  'GET /classes/:id/recognition-file': to('coordinator manager officer admin'),
  'GET /my/results': to('members', { sees: 'trainee' }),
  'POST /classes/:id/grade-plan/preview': to('coordinator'),
  'POST /classes/:id/grade-plan': to('coordinator'),
  'GET /classes/:id/grade-plan/changes': to('lecturer coordinator manager officer admin'),
  'POST /classes/:id/grade-plan/changes/:changeId/undo': to('coordinator'),
  'GET /classes/:id/grade-sheet/trainees/:enrolmentId/history': to('lecturer coordinator manager officer admin'),
  'POST /classes/:id/grade-sheet/resits': to('coordinator'),
  'PUT /classes/:id/grade-sheet/trainees/:enrolmentId/override': to('coordinator'),
  'POST /classes/:id/grade-sheet/tables': to('lecturer coordinator'),
  'POST /my/regrades': to('trainee'),
  'GET /my/regrades': to('members'),
  'GET /classes/:id/regrades': to('lecturer coordinator manager'),
  'POST /regrades/:id/steps': to('coordinator manager'),
  'PUT /regrades/:id/mark': to('lecturer'),
  'GET /regrades/:id/work': to('lecturer'),

  // rubrics and marking
  'GET /classes/:id/rubrics': to('lecturer coordinator manager admin'),
  'POST /classes/:id/rubrics': to('lecturer coordinator'),
  'PUT /classes/:id/rubrics/:rubricId': to('lecturer coordinator'),
  'PUT /assignments/:id/rubric': to('lecturer coordinator'),
  'GET /my/marking': to('members', { sees: 'lecturer' }),
  'GET /assignments/:id/scripts': to('lecturer'),
  'GET /assignments/:id/scripts/:code': to('lecturer'),
  'PUT /assignments/:id/scripts/:code/marking': to('lecturer'),
  'POST /assignments/:id/scripts/:code/completion': to('lecturer'),
  'GET /assignments/:id/marking': to('lecturer coordinator manager admin'),
  'POST /assignments/:id/marking/allotment': to('coordinator'),
  'POST /assignments/:id/scripts/:code/third-marker': to('coordinator'),
  'POST /assignments/:id/scripts/:code/agreed-mark': to('coordinator'),
  'POST /assignments/:id/release': to('lecturer coordinator'),
  'GET /my/assignments/:id/result': to('trainee'),
  'GET /my/marking-comments': to('lecturer otherLecturer', { sees: 'lecturer' }),
  'POST /my/marking-comments': to('lecturer otherLecturer'),
  'DELETE /my/marking-comments/:id': to('lecturer'),

  // assignments: written by the staff of the class; a draft and a submission are their author's alone
  'GET /classes/:id/assignments': to('lecturer coordinator manager admin'),
  'POST /classes/:id/assignments': to('lecturer coordinator'),
  'POST /classes/:id/assignment-copies': to('lecturer coordinator'),
  'GET /assignments/:id': to('lecturer coordinator manager admin'),
  'PUT /assignments/:id': to('lecturer coordinator'),
  'POST /assignments/:id/publication': to('lecturer coordinator'),
  'POST /assignments/:id/removal': to('lecturer coordinator'),
  'PUT /assignments/:id/overrides': to('lecturer coordinator'),
  'POST /assignments/:id/overrides/:overrideId/removal': to('lecturer coordinator'),
  'GET /assignments/:id/turn-ins': to('lecturer coordinator manager admin'),
  'GET /classes/:id/groups': to('lecturer coordinator manager admin'),
  'PUT /classes/:id/groups': to('lecturer coordinator'),
  'GET /my/assignments': to('members', { sees: 'trainee' }),
  'GET /my/assignments/:id': to('trainee'),
  'PUT /my/assignments/:id/draft': to('trainee'),
  'POST /my/assignments/:id/submissions': to('trainee'),
  'GET /my/submissions/:id': to('trainee'),

  // files: an upload and an unused document are their sender's alone (the trainee's here), whatever role others hold
  'POST /uploads': to('members'),
  'OPTIONS /uploads': to('members'),
  'HEAD /uploads/:id': to('trainee'),
  'PATCH /uploads/:id': to('trainee'),
  'DELETE /uploads/:id': to('trainee'),
  'GET /uploads/:id/receipt': to('trainee'),
  'GET /upload-terms': to('members'),
  'GET /upload-limits': to('admin'),
  'PUT /upload-limits': to('admin'),
  'GET /storage-health': to('admin'),
  'GET /documents/:id': to('trainee'),
  'PATCH /documents/:id': to('trainee'),
  'GET /documents/:id/link': to('trainee'),
  'GET /documents/:id/forms': to('trainee'),
  'POST /documents/:id/rendition-retry': to('trainee'),
  'PUT /documents/:id/captions': to('trainee'),
  'GET /document-forms/:ticket/:name': to('trainee', { refusal: 'materials.link_over' }),
  'GET /conversion-health': to('admin'),
  'GET /files/:ticket': to('trainee', { refusal: 'materials.link_over' }),

  // content: who teaches or coordinates the class edits, who learns in it sees what is open; managers see completion and not what people read
  'GET /classes/:id/content': to('trainee lecturer coordinator'),
  'POST /classes/:id/content': to('lecturer coordinator'),
  'GET /content-items/:id': to('trainee lecturer coordinator'),
  'PATCH /content-items/:id': to('lecturer coordinator'),
  'PUT /content-items/:id/place': to('lecturer coordinator'),
  'POST /content-items/:id/versions': to('lecturer coordinator'),
  'PUT /content-items/:id/given': to('lecturer coordinator'),
  'DELETE /content-items/:id': to('lecturer coordinator'),
  'GET /content-items/:id/link': to('trainee lecturer coordinator'),
  'GET /classes/:id/content-search': to('trainee lecturer coordinator'),
  'POST /classes/:id/content-copies': to('lecturer coordinator'),
  'GET /classes/:id/content-library': to('lecturer coordinator'),
  'POST /classes/:id/content-library': to('lecturer coordinator'),
  'GET /classes/:id/content-archive': to('trainee lecturer coordinator'),
  'POST /content-items/:id/progress': to('trainee lecturer coordinator'),
  'POST /classes/:id/content-visits': to('trainee'),
  'GET /content-items/:id/readers': to('lecturer coordinator'),
  'GET /content-items/:id/my-accesses': to('trainee lecturer coordinator'),

  // completion and certificates
  'GET /classes/:id/completion': to('lecturer coordinator unitHead manager officer admin'),
  'GET /enrolments/:id/completion': to('trainee lecturer coordinator unitHead manager officer admin'),
  'GET /my/completion': to('trainee'),
  'GET /classes/:id/certificates': to('coordinator manager officer admin'),
  'POST /classes/:id/certificates': to('officer'),
  'GET /certificate-batches/:id': to('coordinator manager officer admin'),
  'GET /certificates': to('manager officer admin', { sees: 'manager officer admin' }),
  'GET /certificates/:id': to('trainee coordinator unitHead manager officer admin'),
  'GET /certificates/:id/pdf': to('trainee coordinator unitHead manager officer admin'),
  'GET /my/certificates': to('members', { sees: 'trainee' }),
  'POST /certificates/:id/revoke': to('officer'),
  'GET /verify/:code': to('all'),

  // search: everybody may ask, each finds their own
  'GET /search': to('members', { sees: classPeople }),

  // numbers
  'GET /my/today': to(inThePersonnelList, { sees: 'trainee' }),
  'GET /my/admin-desk': to('admin'),
  'GET /my/certificate-desk': to('officer'),
  'GET /my/desk': to('lecturer otherLecturer coordinator otherCoordinator manager admin', { sees: 'lecturer coordinator manager admin' }),
  'GET /my/record': to(inThePersonnelList, { sees: 'trainee' }),
  'GET /units/:id/compliance': to('unitHead manager admin'),
  'GET /units/:unitId/people/:personId/ledger': to('unitHead manager admin'),
  'GET /units/:id/classes': to('unitHead manager admin'),
  'GET /overview': to('manager admin'),
  'GET /overview/units': to('manager admin'),
};

/** Who may watch the thing of class A under this name. */
export const topicVerdicts: Record<string, Verdict> = {
  import: to('admin'),
  inbox: to('trainee'),
  class: to(classPeople),
  'class-content': to('trainee lecturer coordinator'),
  document: to('trainee'),
  session: to(classPeople),
  'class-enrolment': to('coordinator unitHead manager'),
  'session-attendance': to('lecturer coordinator manager admin'),
  'check-in': to('lecturer coordinator'),
  'my-attendance': to('trainee'),
  'grade-sheet': to('lecturer coordinator manager officer admin'),
  assignments: to('trainee lecturer coordinator manager admin'),
  completion: to('trainee lecturer coordinator unitHead manager officer admin'),
  'class-completion': to('lecturer coordinator unitHead manager officer admin'),
  'unit-ledger': to('unitHead manager admin'),
  overview: to('manager admin'),
  'certificate-batch': to('coordinator manager officer admin'),
  marking: to('lecturer coordinator manager admin'),
};

/** Who may send these over the socket, for the live session of class A. */
export const eventVerdicts: Record<string, Verdict> = {
  'attendance.join': to('trainee', { refusal: 'attendance.not_enrolled' }),
  'attendance.heartbeat': to('trainee', { refusal: 'attendance.connection_gone' }),
  'attendance.answer': to('trainee', { refusal: 'attendance.connection_gone' }),
};
