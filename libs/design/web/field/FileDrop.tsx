import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '../button/Button.tsx';
import { IconButton } from '../button/IconButton.tsx';
import { Icon } from '../icon/Icon.tsx';
import { IconFile, IconFileUpload, IconX } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { Field } from './Field.tsx';
import { type FileRule, fileProblem, refusals, showBytes, shownName } from './files.ts';

interface FileDropProps extends FileRule {
  label: ReactNode;
  files: readonly File[];
  onChange: (files: File[]) => void;
  multiple?: boolean;
  /** What the server said about the file. */
  error?: ReactNode;
  disabled?: boolean;
}

/** Drag a file in or press the button; what is accepted stands there before anything is chosen. */
export function FileDrop({ label, files, onChange, multiple = false, error, disabled, accept, maxBytes }: FileDropProps) {
  const texts = useDesignTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<ReturnType<typeof refusals>>([]);

  function take(list: FileList | null) {
    const given = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    setRefused(refusals(given, { accept, maxBytes }));
    const good = given.filter((file) => !fileProblem(file, { accept, maxBytes }));
    if (good.length > 0) onChange(multiple ? [...files, ...good] : good);
    if (input.current) input.current.value = '';
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  }

  const limit = showBytes(maxBytes);
  const why = refused
    .map(({ problem, names }) => (problem === 'size' ? `${names} ${texts.fileTooBig} ${limit}.` : `${names} ${texts.fileWrongType} ${accept.join(', ')}.`)).join(' ');

  return (
    <Field label={label} error={error ?? (why || undefined)} hint={`${texts.accepts} ${accept.join(', ')}, ${texts.upTo} ${limit}.`}>
      {(control) => (
        <>
          <div
            className={over ? 'drop over' : 'drop'} onDrop={drop} onDragLeave={() => setOver(false)}
            onDragOver={(event) => { event.preventDefault(); setOver(true); }}
          >
            <Icon of={IconFileUpload} />
            <span>{texts.dropHere}</span>
            <Button disabled={disabled} onClick={() => input.current?.click()}>{multiple ? texts.chooseFiles : texts.chooseFile}</Button>
            <input
              {...control} ref={input} type="file" className="vh" tabIndex={-1} accept={accept.join(',')} multiple={multiple} disabled={disabled}
              onChange={(event) => take(event.currentTarget.files)}
            />
          </div>
          {files.length > 0 && (
            <ul className="col g1">
              {files.map((file, index) => (
                <li key={`${file.name}-${index}`} className="row">
                  <Icon of={IconFile} />
                  <span className="sp">{shownName(file.name)} <span className="muted">{showBytes(file.size)}</span></span>
                  <IconButton icon={IconX} size="s" label={`${texts.removeFile} ${shownName(file.name)}`} hint="none" onClick={() => onChange(files.filter((one) => one !== file))} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Field>
  );
}
