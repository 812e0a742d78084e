/** Why there is no picture. */
export type CameraProblem = 'insecure' | 'refused' | 'none' | 'busy';

interface Reader {
  detect: (image: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}

interface NativeReader {
  new (options: { formats: string[] }): Reader;
  getSupportedFormats?: () => Promise<string[]>;
}

const everyMs = 160;

/** Browsers give the camera to secure pages only; on plain http over a LAN there is none. */
export const cameraAllowed = (): boolean => window.isSecureContext && typeof navigator.mediaDevices?.getUserMedia === 'function';

/** The browser's own reader where it knows QR, else ours, fetched only then. */
async function createReader(): Promise<Reader> {
  const native = (globalThis as { BarcodeDetector?: NativeReader }).BarcodeDetector;
  const formats: readonly string[] = (await native?.getSupportedFormats?.().catch(() => [])) ?? [];
  if (native && formats.includes('qr_code')) return new native({ formats: ['qr_code'] });
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}

const problems: Record<string, CameraProblem> = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'none', OverconstrainedError: 'none', NotReadableError: 'busy', AbortError: 'busy' };

export const cameraProblemOf = (error: unknown): CameraProblem => (error instanceof DOMException ? problems[error.name] : undefined) ?? 'busy';

export interface Scanner {
  stop: () => void;
  /** Switches the torch; absent where the camera has none. */
  torch?: (on: boolean) => Promise<void>;
}

/** Not in the standard's types yet. */
const hasTorch = (track: MediaStreamTrack): boolean => (track.getCapabilities?.() as { torch?: boolean } | undefined)?.torch === true;

/**
 * Shows the rear camera in `video` and tells every text that a QR picture in it holds, until stopped.
 * @throws DOMException when the camera is refused, missing or in use
 */
export async function startScanner(video: HTMLVideoElement, onText: (text: string) => void): Promise<Scanner> {
  const [stream, reader] = await Promise.all([
    navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } } }),
    createReader(),
  ]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const look = async () => {
    if (stopped) return;
    const found = video.readyState >= video.HAVE_CURRENT_DATA ? await reader.detect(video).catch(() => []) : [];
    for (const { rawValue } of found) if (!stopped) onText(rawValue);
    timer = setTimeout(() => void look(), everyMs);
  };
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play().catch((error: unknown) => {
    stop();
    throw error;
  });
  void look();
  const track = stream.getVideoTracks()[0];
  if (!track || !hasTorch(track)) return { stop };
  return { stop, torch: (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }) };
}
