import { type ReactNode, useDeferredValue, useState } from 'react';
import { ComboField, type ComboOption } from '@halong/design/web';
import { unitOption, unitRoutes } from '@halong/organisation/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './class.texts.ts';

interface UnitFieldProps {
  label: ReactNode;
  value: ComboOption | undefined;
  onChange: (unit: ComboOption | undefined) => void;
  optional?: boolean;
  labelHidden?: boolean;
}

/** One unit of today's organisation, found by typing; its id is the option's value. */
export function UnitField(props: UnitFieldProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const found = useQueryOf(unitRoutes.listUnits, { query: { search, size: 20 } });
  const options = (found.data?.items ?? []).map((unit) => unitOption(unit, language));
  return <ComboField {...props} placeholder={t('unitHint')} options={options} onSearch={setTyped} loading={found.isFetching} />;
}
