import type { TargetGroup } from '@halong/catalogue/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from './programme.texts.ts';
import { levelNames, unitTypeNames, type UnitType } from './unit-type-names.ts';

/** Unit types × positions × level in words. */
export function TargetGroupView({ group }: { group: TargetGroup }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const types = group.unitTypes.map((type) => unitTypeNames[type as UnitType]?.[language] ?? type);
  return (
    <dl className="facts">
      <div><dt>{t('unitTypes')}</dt><dd>{types.join(', ') || t('anyUnit')}</dd></div>
      <div><dt>{t('positions')}</dt><dd>{group.positionPatterns.length > 0 ? <span lang="vi">{group.positionPatterns.join(', ')}</span> : t('anyPosition')}</dd></div>
      {group.level && <div><dt>{t('level')}</dt><dd>{levelNames[group.level]?.[language] ?? group.level}</dd></div>}
    </dl>
  );
}
