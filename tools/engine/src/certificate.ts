import { access, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFull, runCommand, type RunCommand, saysDiskFull } from '@waypost/python-tools';
import { EngineError, noOpenssl } from './errors.ts';

export interface Certificate {
  /** PEM; its own certificate authority, so clients trust it by this file. */
  readonly certificateFile: string;
  readonly keyFile: string;
}

const EXTENSIONS = [
  'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1',
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature,keyEncipherment',
  'extendedKeyUsage=serverAuth',
];

/**
 * The certificate for `localhost` in a state directory, made once. It lasts 825 days, the most that clients accept.
 *
 * @throws EngineError when there is no openssl or no room.
 */
export async function certificateIn(directory: string, run: RunCommand = runCommand): Promise<Certificate> {
  const certificate = { certificateFile: join(directory, 'localhost.pem'), keyFile: join(directory, 'localhost.key') };
  const made = await access(certificate.certificateFile).then(
    () => true,
    () => false,
  );
  if (made) return certificate;
  const unfinished = `${certificate.certificateFile}.part`;
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '825', '-subj', '/CN=localhost'];
  const extensions = EXTENSIONS.flatMap((extension) => ['-addext', extension]);
  const result = await run('openssl', [...request, ...extensions, '-keyout', certificate.keyFile, '-out', unfinished]);
  if (result.missing) throw noOpenssl();
  if (saysDiskFull(result.output)) throw diskFull(directory);
  if (result.code !== 0)
    throw new EngineError(`openssl failed: ${result.output.trim()}`, 'Update openssl and try again.');
  await rename(unfinished, certificate.certificateFile);
  return certificate;
}
