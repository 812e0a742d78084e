/** The roles of a class are the class's own; here they keep the name that results know them by. */
export { ClassRoles as ClassAccess } from '@halong/classes/server';
