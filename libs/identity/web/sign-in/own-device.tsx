import { Checkbox } from '@halong/design/web';
import { defineTexts } from '@halong/platform/contract';
import { useTexts } from '@halong/platform/web';

const say = defineTexts({
  label: { vi: 'Đây là điện thoại riêng của tôi', en: 'This is my own phone' },
  hint: { vi: 'Học viên được giữ đăng nhập 14 ngày.', en: 'Trainees stay signed in for 14 days.' },
});

/** "This is my own phone": the server keeps the promise for trainees, and says so in `me.ownDevice`. */
export function OwnDevice({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const t = useTexts(say);
  return <Checkbox label={t('label')} hint={t('hint')} checked={checked} onChange={onChange} />;
}
