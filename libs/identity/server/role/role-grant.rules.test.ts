import { describe, expect, it } from 'vitest';
import { grantFault, isValidOn, type DatedGrant } from './role-grant.rules.ts';

const today = '2026-10-01';
const grant = (changes: Partial<DatedGrant> = {}): DatedGrant => ({ role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', scopeId: 7, validFrom: today, validTo: null, ...changes });

describe('granting a role', () => {
  it.each<[string, Partial<DatedGrant>, DatedGrant[], string | undefined]>([
    ['a unit head of a unit', {}, [], undefined],
    ['a unit head everywhere', { scopeType: 'GLOBAL', scopeId: 0 }, [], 'grant_scope'],
    ['an administrator of one unit', { role: 'SYSTEM_ADMIN' }, [], 'grant_scope'],
    ['everywhere, with an id', { role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 7 }, [], 'grant_scope'],
    ['a subtree without a unit', { scopeId: 0 }, [], 'grant_scope'],
    ['a lecturer of one class', { role: 'LECTURER', scopeType: 'CLASS' }, [], undefined],
    ['backwards', { validFrom: '2026-12-02', validTo: '2026-12-01' }, [], 'grant_dates'],
    ['in the past', { validFrom: '2026-01-01', validTo: '2026-09-30' }, [], 'grant_dates'],
    ['for today only', { validTo: today }, [], undefined],
    ['twice', {}, [grant()], 'grant_held'],
    ['again while the old one runs', { validFrom: '2026-11-01' }, [grant({ validTo: '2026-11-01' })], 'grant_held'],
    ['again after the old one', { validFrom: '2026-11-02' }, [grant({ validTo: '2026-11-01' })], undefined],
    ['before one that begins later', { validTo: '2026-10-31' }, [grant({ validFrom: '2026-11-01' })], undefined],
    ['for another unit', {}, [grant({ scopeId: 8 })], undefined],
  ])('%s', (_, wanted, held, fault) => expect(grantFault(grant(wanted), held, today)?.code).toBe(fault && `identity.${fault}`));

  it.each([
    ['2026-10-01', null, true], ['2026-10-02', null, false], ['2026-01-01', '2026-10-01', true], ['2026-01-01', '2026-09-30', false],
  ])('from %s to %s is valid today: %s', (validFrom, validTo, valid) => expect(isValidOn({ validFrom, validTo }, today)).toBe(valid));
});
