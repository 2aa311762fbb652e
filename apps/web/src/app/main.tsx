import '../ui/kit-styles.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/sunlight.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { whenRefused, whenSignedOut } from '../platform/http.ts';
import { getLanguage } from '../platform/i18n.ts';
import { makeQueryClient } from '../platform/query-client.ts';
import { applySunlight } from '../platform/sunlight.ts';
import { theme } from '../ui/theme.ts';
import { makeRouter } from './router.tsx';

const PENDING = ['access.password-must-change', 'access.second-factor-required'];

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);
whenSignedOut(() => queryClient.setQueryData(['session'], null));
// Something became due while a page was open: the session says what.
whenRefused((code) => {
  if (PENDING.includes(code)) void queryClient.invalidateQueries({ queryKey: ['session'] });
});
document.documentElement.lang = getLanguage();
applySunlight();

const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
createRoot(root).render(
  <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);
