import { useState } from 'react';
import { DestructiveDialog, Note, SelectField, TextField, toast } from '@halong/design/web';
import { certificateRoutes, revocationGroundNames, revocationGrounds, type CertificateDetail } from '@halong/certification/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './certificate.texts.ts';

/** One of the five grounds, the decision and the reason, before what cannot be undone. */
export function RevokeDialog({ found, onClose }: { found: CertificateDetail; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState('');
  const [decision, setDecision] = useState('');
  const no = found.registerNo;
  const revoke = useMutationOf(certificateRoutes.revoke, {
    invalidates: [certificateRoutes.get, certificateRoutes.list, certificateRoutes.getOfClass],
    onSuccess: () => {
      toast(t('revoked', { no }));
      onClose();
    },
  });
  const ground = revocationGrounds.find((one) => one === chosen);
  const submit = (reason: string) => {
    if (ground) revoke.mutate({ params: { id: found.id }, body: { version: found.version, ground, decision: decision.trim(), reason } });
  };
  return (
    <DestructiveDialog
      open onClose={onClose} title={t('revokeTitle', { no })} lead={t('revokeLead', { name: found.holderName })} reasonLabel={t('reason')} confirmLabel={`${t('revoke')} ${no}`}
      cancelLabel={t('keepIt')} busy={revoke.isPending} disabled={!ground || decision.trim().length < 3} onConfirm={submit}
    >
      <ul className="facts">
        <li>{t('revokeFact1')}</li>
        <li>{t('revokeFact2', { no })}</li>
        <li>{t('revokeFact3')}</li>
      </ul>
      {revoke.error && <Note tone="act">{revoke.error.problem.title}</Note>}
      <SelectField
        label={t('ground')} value={chosen} onChange={setChosen} placeholder={t('chooseGround')}
        options={revocationGrounds.map((one) => ({ value: one, label: revocationGroundNames[one][language] }))}
      />
      <TextField label={t('decision')} hint={t('decisionHint')} value={decision} maxLength={120} onChange={(event) => setDecision(event.currentTarget.value)} />
    </DestructiveDialog>
  );
}
