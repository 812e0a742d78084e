export {
  accountDetail, accountItem, accountRoutes, accountStateNames, accountStates, roleGrant, scopedRole,
  type AccountDetail, type AccountItem, type AccountState,
} from './account.ts';
export { activationRoutes, codeAlphabet, codeLength, readCode, showCode } from './activation.ts';
export { identityErrors } from './identity.errors.ts';
export { personas, personasOf, roleNames, roleRoutes, scopeNames, scopesOfRole, type Persona } from './role.ts';
export { me, passwordLength, sessionRoutes, type Me } from './session.ts';
