import { DetailedError, Upload } from 'tus-js-client';
import { uploadRoutes, type UploadDeclaration } from '@halong/materials/contract';
import { addressOf, call, ProblemError } from '@halong/platform/web';
import { fingerprintOf, mayPass, problemText, retryDelays, type TransferState } from './transfer.rules.ts';

const askAgainMs = 700;

export interface TransferOptions {
  declaration: Omit<UploadDeclaration, 'name'>;
  accountId: number;
  chunkBytes: number;
  language: string;
  /** What is said when the server could not be heard. */
  unreachable: string;
  onState(state: TransferState): void;
}

/** One file on its way to the server: goes on after cuts, waits for the check, ends with a document or a reason. */
export class Transfer {
  private readonly upload: Upload;
  private sent = 0;
  private ended = false;

  constructor(
    readonly file: File,
    private readonly options: TransferOptions,
  ) {
    const { declaration, accountId, chunkBytes, language } = options;
    this.upload = new Upload(file, {
      endpoint: addressOf(uploadRoutes.createUpload),
      chunkSize: chunkBytes,
      retryDelays,
      metadata: { name: file.name, purpose: declaration.purpose, classification: declaration.classification, ...(declaration.classId ? { classId: String(declaration.classId) } : {}) },
      headers: { 'Accept-Language': language },
      fingerprint: async () => fingerprintOf(file, accountId),
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => this.moved(sent),
      onShouldRetry: (error) => this.waits(error),
      onError: (error) => this.failed(error),
      onSuccess: () => void this.untilChecked(),
    });
  }

  /** Goes on from where an earlier choice of the same file stopped. */
  async start(): Promise<void> {
    const [earlier] = await this.upload.findPreviousUploads();
    if (earlier) this.upload.resumeFromPreviousUpload(earlier);
    this.resume();
  }

  resume(): void {
    this.options.onState({ step: 'SENDING', sent: this.sent });
    this.upload.start();
  }

  async pause(): Promise<void> {
    await this.upload.abort();
    this.options.onState({ step: 'PAUSED', sent: this.sent });
  }

  /** Gives it up, here and on the server. */
  async cancel(): Promise<void> {
    this.ended = true;
    await this.upload.abort(true).catch(() => undefined);
  }

  /** Nobody looks any more; what has arrived stays for a day. */
  leave(): void {
    this.ended = true;
    void this.upload.abort().catch(() => undefined);
  }

  private moved(sent: number): void {
    this.sent = sent;
    this.options.onState({ step: 'SENDING', sent });
  }

  private waits(error: DetailedError): boolean {
    const status = error.originalResponse?.getStatus();
    const passes = mayPass(status);
    if (passes) this.options.onState({ step: status === 507 ? 'FULL' : 'LOST', sent: this.sent });
    return passes;
  }

  private failed(error: Error | DetailedError): void {
    const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
    this.options.onState({ step: 'FAILED', text: problemText(body) ?? this.options.unreachable });
  }

  private async untilChecked(): Promise<void> {
    const token = this.upload.url?.split('/').at(-1) ?? '';
    this.options.onState({ step: 'CHECKING' });
    while (!this.ended) {
      const next = await this.asked(token);
      if (next) this.options.onState(next);
      if (next?.step === 'READY' || next?.step === 'FAILED') return;
      await new Promise((go) => setTimeout(go, askAgainMs));
    }
  }

  /** What the receipt says; undefined when it could not be read just now. */
  private async asked(token: string): Promise<TransferState | undefined> {
    try {
      const { state, document, refusal } = await call(uploadRoutes.getReceipt, { params: { id: token } });
      if (document) return { step: 'READY', document };
      if (refusal) return { step: 'FAILED', text: refusal.text };
      return { step: state === 'QUARANTINED' ? 'QUARANTINED' : 'CHECKING' };
    } catch (error) {
      return error instanceof ProblemError && !mayPass(error.problem.status) ? { step: 'FAILED', text: error.problem.title } : undefined;
    }
  }
}
