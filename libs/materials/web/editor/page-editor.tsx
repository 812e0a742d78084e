import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useId } from 'react';
import { Button } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import { say } from './editor.texts.ts';

/** Rich text with what a page may have: headings, lists, links, quotations. The server cleans it again. */
export default function PageEditor({ label, value, onChange }: { label: string; value: string; onChange: (html: string) => void }) {
  const id = useId();
  const editor = useEditor({
    extensions: [StarterKit.configure({ heading: { levels: [2, 3] }, link: { openOnClick: false, protocols: ['https', 'http', 'mailto'] } })],
    content: value,
    editorProps: { attributes: { 'aria-labelledby': id, 'role': 'textbox', 'aria-multiline': 'true', 'class': 'prose' } },
    onUpdate: ({ editor: now }) => onChange(now.isEmpty ? '' : now.getHTML()),
  });
  return (
    <div className="field">
      <span id={id} className="lbl">{label}</span>
      {editor && <Tools editor={editor} />}
      <div className="in area rich"><EditorContent editor={editor} /></div>
    </div>
  );
}

function Tools({ editor }: { editor: Editor }) {
  const t = useTexts(say);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'), italic: now.isActive('italic'), heading: now.isActive('heading'), bullets: now.isActive('bulletList'), numbers: now.isActive('orderedList'), quote: now.isActive('blockquote'),
    }),
  });
  const tools = [
    ['bold', () => editor.chain().focus().toggleBold().run()],
    ['italic', () => editor.chain().focus().toggleItalic().run()],
    ['heading', () => editor.chain().focus().toggleHeading({ level: 2 }).run()],
    ['bullets', () => editor.chain().focus().toggleBulletList().run()],
    ['numbers', () => editor.chain().focus().toggleOrderedList().run()],
    ['quote', () => editor.chain().focus().toggleBlockquote().run()],
  ] as const;
  return (
    <div className="row wrap g2" role="group" aria-label={t('tools')}>
      {tools.map(([name, act]) => <Button key={name} size="s" variant={on[name] ? 'tint' : 'default'} aria-pressed={on[name]} onClick={act}>{t(name)}</Button>)}
      <Button size="s" onClick={() => editor.chain().focus().undo().run()}>{t('undo')}</Button>
    </div>
  );
}
