import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { DocumentForms, DocumentView } from '@halong/materials/contract';
import type { Sender } from '../upload/upload.testing.ts';

const samples = fileURLToPath(new URL('../../../../apps/e2e/samples/materials', import.meta.url));

export const sample = (name: string): Buffer => readFileSync(join(samples, name));

/** Sends a file, waits for the door, answers the document. */
export async function documentOf(sender: Sender, name: string, content: Buffer): Promise<DocumentView> {
  const receipt = await sender.checked(await sender.upload(name, content));
  if (!receipt.document) throw new Error(`${name}: ${receipt.state} ${receipt.refusal?.text ?? ''}`);
  return receipt.document;
}

export async function formsOf(sender: Sender, id: number): Promise<DocumentForms> {
  const answer = await sender.ask('GET', `/api/documents/${id}/forms`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as DocumentForms;
}

/** The forms once the worker is through with it. */
export async function converted(sender: Sender, id: number): Promise<DocumentForms> {
  for (;;) {
    const forms = await formsOf(sender, id);
    if (forms.rendition?.state === 'READY' || forms.rendition?.state === 'FAILED') return forms;
    await sleep(100);
  }
}
