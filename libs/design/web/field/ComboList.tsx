import { Combobox, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../icon/Icon.tsx';
import { IconChevronDown } from '../icon/icons.ts';
import { MantineIsland } from '../overlay/MantineIsland.tsx';
import { useDesignTexts } from '../provider/DesignContext.ts';
import type { ComboOption, ComboProps } from './ComboField.tsx';
import type { ControlProps } from './Field.tsx';
import { finds } from './fold.ts';

const most = 50;

const matching = (options: readonly ComboOption[], typed: string | undefined) =>
  typed ? options.filter((option) => finds(typed, `${option.label} ${option.detail ?? ''}`)) : options;

export default function ComboList(props: ComboProps & { control: ControlProps }) {
  return <MantineIsland><Combo {...props} /></MantineIsland>;
}

function Combo({ options, value, onChange, onSearch, loading = false, placeholder, disabled, control }: ComboProps & { control: ControlProps }) {
  const texts = useDesignTexts();
  const [typed, setTyped] = useState<string>();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const shown = (onSearch ? options : matching(options, typed)).slice(0, most);

  function type(text: string) {
    setTyped(text);
    onSearch?.(text);
    if (text === '') onChange(undefined);
    combobox.openDropdown();
    combobox.updateSelectedOptionIndex();
  }

  function choose(picked: string) {
    const option = options.find((one) => one.value === picked);
    if (!option) return;
    setTyped(undefined);
    onChange(option);
    combobox.closeDropdown();
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} shadow="none" offset={4}>
      <Combobox.DropdownTarget>
        <span className="in">
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              {...control} type="text" autoComplete="off" disabled={disabled}
              placeholder={placeholder ?? texts.keepTyping} value={typed ?? value?.label ?? ''}
              onChange={(event) => type(event.currentTarget.value)} onClick={() => combobox.openDropdown()}
              onBlur={() => { setTyped(undefined); combobox.closeDropdown(); }}
            />
          </Combobox.EventsTarget>
          <Icon of={IconChevronDown} />
        </span>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className="menu">
        <Combobox.Options className="combo-list">
          {shown.map((option) => (
            <Combobox.Option key={option.value} value={option.value} className="mi" active={option.value === value?.value}>
              <span>{option.label}{option.detail && <small>{option.detail}</small>}</span>
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>{loading ? texts.loading : texts.noMatches}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
