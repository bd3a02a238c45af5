import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** Has the browser fetch the fonts with the script, so that no text is drawn in another one first and moves then. */
const preloadFonts: Plugin = {
  name: 'preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
          injectTo: 'head',
        })),
  },
};

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadFonts],
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
