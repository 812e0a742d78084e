import { IconCertificateOff, IconFileCertificate, IconHourglass, type IconType, type Tone } from '@halong/design/web';
import type { CertificateState } from '@halong/certification/contract';

/** Colour and drawing of each state; the word comes from certificateStateNames. */
export const certificateLooks: Record<CertificateState, { tone: Tone; icon: IconType }> = {
  NUMBERED: { tone: 'warn', icon: IconHourglass },
  ISSUED: { tone: 'ok', icon: IconFileCertificate },
  REVOKED: { tone: 'act', icon: IconCertificateOff },
};
