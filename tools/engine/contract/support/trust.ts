import { trustCertificate } from '../../src/index.ts';

const caFile = process.env['NODE_EXTRA_CA_CERTS'];
if (caFile !== undefined) trustCertificate(caFile);
