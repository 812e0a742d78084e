export { followedUnits, rolesInClass, type ClassSurroundings as ClassPlace } from '@halong/classes/server';
