import '../ui/kit-styles.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { whenSignedOut } from '../platform/http.ts';
import { getLanguage } from '../platform/i18n.ts';
import { makeQueryClient } from '../platform/query-client.ts';
import { theme } from '../ui/theme.ts';
import { makeRouter } from './router.tsx';

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);
whenSignedOut(() => queryClient.setQueryData(['session'], null));
document.documentElement.lang = getLanguage();

const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
createRoot(root).render(
  <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);
