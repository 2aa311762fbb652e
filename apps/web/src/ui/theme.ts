import { createTheme } from '@mantine/core';

/** The office's look for the kit; its CSS variables are in tokens.css and must say the same. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 8,
  colors: {
    brand: [
      '#EEF6FF',
      '#DBE9FC',
      '#BCD7F9',
      '#95BEF1',
      '#6BA1E5',
      '#4788D5',
      '#2C74C5',
      '#1563B5',
      '#0B5CAD',
      '#084A8D',
    ],
  },
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--font)',
});
