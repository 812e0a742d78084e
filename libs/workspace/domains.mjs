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
  classes: ['organisation', 'regulations', 'catalogue', 'notifications'],
  enrolment: ['organisation', 'regulations', 'catalogue', 'classes', 'notifications'],
  attendance: ['organisation', 'regulations', 'catalogue', 'classes', 'enrolment', 'notifications'],
  assessment: ['organisation', 'regulations', 'catalogue', 'classes', 'enrolment', 'attendance', 'notifications'],
  completion: ['organisation', 'regulations', 'catalogue', 'classes', 'enrolment', 'attendance', 'assessment'],
  certification: [
    'organisation', 'regulations', 'catalogue', 'classes', 'enrolment', 'attendance', 'assessment', 'completion', 'notifications',
  ],
  insights: ['organisation', 'regulations', 'catalogue', 'classes', 'enrolment', 'attendance', 'assessment', 'completion', 'certification'],
};

/** The only names that say how, not what. */
export const technical = ['platform', 'design', 'testing', 'workspace'];

/** Where code runs. `contract` runs anywhere, `server` in Node, `web` in the browser. */
export const runtimes = ['contract', 'server', 'web'];
