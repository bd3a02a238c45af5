import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Makes every later TLS connection of this process trust a certificate. Other processes take NODE_EXTRA_CA_CERTS. */
export function trustCertificate(caFile: string): void {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(caFile, 'utf8')]);
}
