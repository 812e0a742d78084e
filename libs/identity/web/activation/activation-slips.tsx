import { useState } from 'react';
import { Button, ComboField, ErrorState, IconMail, IconPrinter, Note, PageHead, Sheet, usePage, type ComboOption } from '@halong/design/web';
import { activationRoutes } from '@halong/identity/contract';
import { unitOption, unitRoutes } from '@halong/organisation/contract';
import { defineTexts } from '@halong/platform/contract';
import { formatNumber, saveFile, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';

const say = defineTexts({
  crumb: { vi: 'Phiếu kích hoạt', en: 'Activation slips' },
  title: { vi: 'Phát mã kích hoạt cho một đơn vị', en: 'Give a unit its activation codes' },
  lead: { vi: 'Mỗi người nhận một mã dùng một lần để tự đặt mật khẩu. Mã cũ của người chưa kích hoạt hết tác dụng.', en: 'Everybody gets a one-time code to choose a password. Older codes of people who have not activated end.' },
  unit: { vi: 'Đơn vị, gồm cả các đơn vị trực thuộc', en: 'Unit, with everything below it' },
  hint: { vi: 'Gõ tên đơn vị, không cần dấu', en: 'Type a name; marks may be left out' },
  choose: { vi: 'Chọn đơn vị để xem còn bao nhiêu người chưa kích hoạt.', en: 'Choose a unit to see how many people have not activated.' },
  none: { vi: 'Ai trong đơn vị này cũng đã có mật khẩu.', en: 'Everybody in this unit has a password.' },
  waiting: { vi: '{people} người chưa có mật khẩu: {withEmail} người có thư điện tử, {withoutEmail} người không có.', en: '{people} {people|person has|people have} no password: {withEmail} with an e-mail address, {withoutEmail} without.' },
  print: { vi: 'In {people} phiếu', en: 'Print {people} {people|slip|slips}' },
  mail: { vi: 'Gửi thư cho {withEmail} người', en: 'Mail {withEmail} {withEmail|person|people}' },
  sent: { vi: 'Đã gửi {sent} thư.', en: '{sent} messages are on their way.' },
  left: { vi: 'Không có thư điện tử, cần in phiếu: {names}.', en: 'Without an e-mail address, print slips for: {names}.' },
  file: { vi: 'phieu-kich-hoat.pdf', en: 'activation-slips.pdf' },
});

/** One-time codes for everybody of a unit, on paper or by mail. */
export default function ActivationSlips() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [unit, setUnit] = useState<ComboOption>();
  const [search, setSearch] = useState('');
  usePage({ crumbs: [{ label: t('crumb') }] });
  const unitId = Number(unit?.value ?? 0);
  const units = useQueryOf(unitRoutes.listUnits, { query: { search, size: 20 } });
  const waiting = useQueryOf(activationRoutes.countWaiting, { query: { unitId } }, { enabled: unitId > 0 });
  const print = useMutationOf(activationRoutes.printSlips, { onSuccess: (pdf) => saveFile(pdf, t('file')) });
  const mail = useMutationOf(activationRoutes.mailCodes, { invalidates: [activationRoutes.countWaiting] });
  const counts = unitId > 0 ? waiting.data : undefined;
  const problem = (print.error ?? mail.error)?.problem;
  const chooseUnit = (next: ComboOption | undefined) => {
    setUnit(next);
    print.reset();
    mail.reset();
  };
  return (
    <>
      <PageHead title={t('title')} sub={t('lead')} />
      <Sheet>
        <div className="col g4" style={{ maxWidth: 640 }}>
          <ComboField
            label={t('unit')} placeholder={t('hint')} value={unit} onChange={chooseUnit} onSearch={setSearch} loading={units.isFetching}
            options={(units.data?.items ?? []).map((one) => unitOption(one, language))}
          />
          {problem && <Note tone="act">{problem.title}</Note>}
          {waiting.error && unitId > 0 && <ErrorState problem={waiting.error.problem} onRetry={() => void waiting.refetch()} />}
          {!unit && <p className="soft">{t('choose')}</p>}
          {counts && (
            <Waiting
              counts={counts} printing={print.isPending} mailing={mail.isPending} onPrint={() => print.mutate({ body: { unitId } })} onMail={() => mail.mutate({ body: { unitId } })}
            />
          )}
          {mail.data && <Sent {...mail.data} />}
        </div>
      </Sheet>
    </>
  );
}

interface WaitingProps {
  counts: { people: number; withEmail: number; withoutEmail: number };
  printing: boolean;
  mailing: boolean;
  onPrint: () => void;
  onMail: () => void;
}

function Waiting({ counts, printing, mailing, onPrint, onMail }: WaitingProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  if (counts.people === 0) return <Note tone="ok">{t('none')}</Note>;
  const said = Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, formatNumber(value, language)]));
  return (
    <>
      <p className="lg">{t('waiting', said)}</p>
      <div className="row wrap g2">
        <Button variant="primary" icon={IconPrinter} loading={printing} onClick={onPrint}>{t('print', said)}</Button>
        <Button icon={IconMail} loading={mailing} disabled={counts.withEmail === 0} onClick={onMail}>{t('mail', said)}</Button>
      </div>
    </>
  );
}

function Sent({ sent, withoutEmail }: { sent: number; withoutEmail: readonly { displayName: string }[] }) {
  const t = useTexts(say);
  return (
    <>
      <Note tone="ok">{t('sent', { sent })}</Note>
      {withoutEmail.length > 0 && <Note tone="warn">{t('left', { names: withoutEmail.map((one) => one.displayName).join(', ') })}</Note>}
    </>
  );
}
