import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    sourcemap: true,
    // The content security policy allows no data: scripts or fonts; the licence comments ship once, beside the bundle.
    assetsInlineLimit: 0,
  },
  // `npm run dev` here talks to a local stage that is already running.
  server: {
    proxy: Object.fromEntries(
      ['/api', '/cognito', '/config.json'].map((path) => [
        path,
        process.env['WAYPOST_STOREFRONT'] ?? 'http://localhost:5173',
      ]),
    ),
    port: 5174,
  },
});
