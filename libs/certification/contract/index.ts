export {
  certificateBatch, certificateBatchTopic, certificateDetail, certificateItem, certificateKindNames, certificateKinds, certificateRoutes, certificateStateNames,
  certificateStates, classCertificates, revocationGroundNames, revocationGrounds, verification,
  type CertificateBatch, type CertificateDetail, type CertificateItem, type CertificateKind, type CertificateState, type ClassCertificates, type RevocationGround, type Verification,
} from './certificate.ts';
export { certificationErrors } from './certification.errors.ts';
