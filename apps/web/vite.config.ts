import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = 'http://127.0.0.1:8080';

/** Nothing is inlined: the server's content security policy allows only files of its own. */
export default defineConfig({
  plugins: [react()],
  base: '/',
  server: { proxy: { '/api': SERVER, '/healthz': SERVER } },
  build: {
    outDir: 'dist',
    target: 'chrome109',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
});
