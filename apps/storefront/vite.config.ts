import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** Preloads the fonts, so that no text is rendered in a fallback font first. */
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
    // The content security policy forbids data: URLs. License comments ship once, in a separate file.
    assetsInlineLimit: 0,
  },
  // `npm run dev` of this workspace uses a running local stage.
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
