/**
 * Each domain and the domains it may know. Read downwards: arrows only point up.
 * Adding an arrow is a one-line diff, and the place where architecture is discussed.
 * Every domain may use the technical libraries `platform`, `design` and (in tests) `testing`.
 */
export const domains = {
  organisation: [],
  identity: ['organisation'],
  notifications: ['organisation', 'identity'],
  regulations: [],
  catalogue: ['organisation', 'regulations'],
  classes: ['organisation', 'identity', 'regulations', 'catalogue', 'notifications'],
  enrolment: ['organisation', 'identity', 'regulations', 'catalogue', 'classes', 'notifications'],
  materials: ['organisation', 'identity', 'regulations', 'catalogue', 'classes', 'enrolment', 'notifications'],
  attendance: ['organisation', 'identity', 'regulations', 'catalogue', 'classes', 'enrolment', 'notifications'],
  assessment: ['organisation', 'identity', 'regulations', 'catalogue', 'classes', 'enrolment', 'materials', 'attendance', 'notifications'],
  completion: ['organisation', 'identity', 'regulations', 'catalogue', 'classes', 'enrolment', 'materials', 'attendance', 'assessment'],
  certification: [
    'organisation', 'identity', 'regulations', 'catalogue', 'classes', 'enrolment', 'materials', 'attendance', 'assessment', 'completion', 'notifications',
  ],
  insights: [
    'organisation', 'identity', 'regulations', 'catalogue', 'classes', 'enrolment', 'materials', 'attendance', 'assessment', 'completion', 'certification',
  ],
};

/** The only names that say how, not what. */
export const technical = ['platform', 'design', 'testing', 'workspace'];

/** Where code runs. `contract` runs anywhere, `server` in Node, `web` in the browser. */
export const runtimes = ['contract', 'server', 'web'];
