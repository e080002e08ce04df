import { useSyncExternalStore } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { queryClient } from './api/client.ts';
import { formatLocale, language, onLanguage } from './i18n/index.ts';
import { router } from './router.tsx';
import { Toasts } from './ui/toast.tsx';

export function App() {
  const shown = useSyncExternalStore(onLanguage, language);
  return (
    <I18nProvider locale={formatLocale()}>
      <QueryClientProvider client={queryClient}>
        {/* texts are read while rendering: another language renders all of them anew */}
        <RouterProvider key={shown} router={router} />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  );
}
