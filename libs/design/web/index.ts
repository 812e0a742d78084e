export { HalongProvider } from './provider/HalongProvider.tsx';
export { useDesignLanguage, useDesignTexts } from './provider/DesignContext.ts';
export { type DesignLanguage, designTexts, type DesignTexts } from './provider/designTexts.ts';
export { type Scheme, type SchemeChoice, startColourScheme, useColourScheme, useForcedScheme, useScheme } from './provider/colourScheme.ts';

export { Icon, type IconType } from './icon/Icon.tsx';
export * from './icon/icons.ts';
export { Button, buttonClass, type ButtonProps, type ButtonSize, type ButtonVariant } from './button/Button.tsx';
export { IconButton, type IconButtonProps } from './button/IconButton.tsx';
export { Note, StatusChip, StatusText, type Tone } from './status/status.tsx';
export { avatarColour, initials } from './person/initials.ts';
export { Avatar, Person } from './person/Person.tsx';
export { type Kpi, Kpis, PageHead, Sheet, type Tile, Tiles } from './sheet/Sheet.tsx';

export { type NeedProps, NeedRow, TaskItem, type TaskProps } from './list/NeedRow.tsx';
export { Timeline, type TimelineEntry } from './list/Timeline.tsx';
export { type Condition, type ConditionState, ConditionTree } from './list/ConditionTree.tsx';
export { Steps } from './list/Steps.tsx';

export { Segmented, type SegmentedOption } from './choice/Segmented.tsx';
export { LinkTabs, type TabItem, Tabs } from './choice/Tabs.tsx';

export { type ControlProps, Field, type FieldProps } from './field/Field.tsx';
export { Checkbox, PasswordField, SearchField, SelectField, type SelectOption, TextArea, TextField } from './field/TextField.tsx';
export { RadioCards, type RadioCardOption } from './field/RadioCards.tsx';
export { DateField } from './field/DateField.tsx';
export { TimeField } from './field/TimeField.tsx';
export { parseDate, showDate } from './field/dates.ts';
export { FileDrop } from './field/FileDrop.tsx';
export { type FileRule, showBytes, shownName } from './field/files.ts';
export { CodeInput, digitsOf } from './field/CodeInput.tsx';
export { ComboField, type ComboOption } from './field/ComboField.tsx';
export { finds, fold } from './field/fold.ts';

export { DataTable, type DataTableProps } from './table/DataTable.tsx';
export { type Column, nextSort, type Sort } from './table/columns.ts';
export { BulkBar } from './table/BulkBar.tsx';
export { Pagination } from './table/Pagination.tsx';
export { pageText, showCount } from './table/pages.ts';

export { BackgroundWork, Progress, type ProgressPart } from './chart/Progress.tsx';
export { StackedBar, type StackedPart } from './chart/StackedBar.tsx';
export { type BarLegend, type BarRow, BarRows } from './chart/BarRows.tsx';
export { PeriodCells, type PeriodMark } from './chart/PeriodCells.tsx';
export { EvidenceBar, type Stretch } from './chart/EvidenceBar.tsx';

export { EmptyState, ErrorState, ForbiddenState, OfflineState, type Problem, Skeletons, useSlow } from './state/states.tsx';
export { ConfirmDialog, DestructiveDialog, Dialog } from './overlay/Dialog.tsx';
export { SearchDialog, type SearchDialogProps, type SearchEntry, type SearchSection } from './overlay/SearchDialog.tsx';
export { SidePanel } from './overlay/SidePanel.tsx';
export { setPanelSlot } from './overlay/panelSlot.ts';
export { Menu, type MenuEntry } from './overlay/Menu.tsx';
export { dismissToast, toast, type ToastInput } from './overlay/toast.ts';

export { Karst, SignInPicture } from './art/drawings.tsx';
export { Logo } from './art/Logo.tsx';
export { DesignGallery } from './gallery/lazyGallery.ts';

export { type PageInfo, usePage, usePageInfo } from './page/page.ts';
